"""Runs Orca and writes all that it says to file descriptor 3: a line of JSON for each text, and
`null` when it has nothing more to do.

Orca's own log (--debug-file) arrives in pieces of 8 KiB: its last words are seen only with the
next key.
"""
import importlib.util
import json
import sys
from importlib.machinery import SourceFileLoader
from os import fdopen

import gi

gi.require_version("Atk", "1.0")
from gi.repository import GLib

from orca import speech

lines = fdopen(3, "w", buffering=1)
is_idle_awaited = False


def write_line(value):
    lines.write(json.dumps(value) + "\n")


def write_idle():
    global is_idle_awaited
    is_idle_awaited = False
    write_line(None)


def writing(say):
    """Orca handles its events when its main loop is idle: what has a low priority comes later."""

    def say_and_write(text, *others, **named):
        global is_idle_awaited
        write_line(text)
        if not is_idle_awaited:
            is_idle_awaited = True
            GLib.idle_add(write_idle, priority=GLib.PRIORITY_LOW)
        return say(text, *others, **named)

    return say_and_write


speech._speak = writing(speech._speak)
speech.speakCharacter = writing(speech.speakCharacter)

# Nothing is written beside /usr/bin/orca.
sys.dont_write_bytecode = True
loader = SourceFileLoader("orca_program", "/usr/bin/orca")
program = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
loader.exec_module(program)
# By the name of the process, Orca finds another Orca and refuses to start. Here each has its own
# display.
program.setProcessName = lambda name: True
program.otherOrcas = lambda: []
sys.argv = ["/usr/bin/orca"]
sys.exit(program.main())
