"""Runs Orca and prints all that it says, a line of JSON for each text, and `null` when it has
nothing more to do.

Orca's own log (--debug-file) arrives in pieces of 8 KiB: its last words are seen only with the
next key.
"""
import json
import runpy
import sys

import gi

gi.require_version("Atk", "1.0")
from gi.repository import GLib

from orca import speech

is_idle_awaited = False


def print_line(value):
    print(json.dumps(value), flush=True)


def print_idle():
    global is_idle_awaited
    is_idle_awaited = False
    print_line(None)


def printing(say):
    """Orca handles its events when its main loop is idle: what has a low priority comes later."""

    def say_and_print(text, *others, **named):
        global is_idle_awaited
        print_line(text)
        if not is_idle_awaited:
            is_idle_awaited = True
            GLib.idle_add(print_idle, priority=GLib.PRIORITY_LOW)
        return say(text, *others, **named)

    return say_and_print


speech._speak = printing(speech._speak)
speech.speakCharacter = printing(speech.speakCharacter)

sys.argv = ["/usr/bin/orca"]
runpy.run_path("/usr/bin/orca", run_name="__main__")
