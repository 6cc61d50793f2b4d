// A desktop without a screen: a display, a window manager, the buses, a speech service without sound, the Orca screen reader and
// a browser. Each desktop has a home folder, a display and buses of its own, so that several can run at once.
import {spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {createInterface} from 'node:readline';
import {setTimeout as sleep} from 'node:timers/promises';
import {chromium, firefox, orcaPrograms} from '../../../scripts/browsers.mjs';
import {createPrograms} from '../../support/programs.mjs';

const chromiumPath = await chromium();

/** A limit for facts that never come. On a busy machine they come late. */
export const PATIENCE_MS = 150_000;

const SIZE = {width: 1280, height: 1000};

const browsers = {
  firefox: {
    path: firefox,
    args: (home, url) => [
      '--no-remote',
      ...['--profile', join(home, 'profile'), '--width', SIZE.width, '--height', SIZE.height],
      url,
    ],
    windowClass: 'firefox',
  },
  chromium: {
    path: () => chromiumPath,
    args: (home, url) => [
      '--no-sandbox',
      '--force-renderer-accessibility=complete',
      '--no-first-run',
      '--disable-gpu',
      '--password-store=basic',
      `--user-data-dir=${join(home, 'profile')}`,
      `--window-size=${SIZE.width},${SIZE.height}`,
      '--window-position=0,0',
      url,
    ],
    windowClass: 'chromium',
  },
};

/** Firefox asks, greets and loads nothing of its own. */
const firefoxPreferences = {
  'accessibility.force_disabled': 0,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  // Orca would say “Finished loading New Tab” in the middle of a page.
  'browser.newtab.preload': false,
  'browser.newtabpage.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'browser.translations.automaticallyPopup': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** Orca says neither keys nor the whole page unasked: a walk compares what it says to each step. */
const orcaSettings = {
  enableSpeech: true,
  enableBraille: false,
  enableBrailleMonitor: false,
  enableEchoByCharacter: false,
  enableEchoByWord: false,
  enableKeyEcho: false,
  // Only the walk changes between browse mode, where letters are commands, and focus mode: each key has one meaning.
  nativeNavTriggersFocusMode: false,
  presentToolTips: false,
  sayAllOnLoad: false,
  startingProfile: ['Default', 'default'],
  activeProfile: ['Default', 'default'],
};

/** A voice that says nothing: what Orca says is read, not heard. */
const speechSettings = `LogLevel 1
AddModule "dummy" "sd_dummy" ""
DefaultModule dummy
AudioOutputMethod "alsa"
`;

/** @returns {string | undefined} why Orca cannot run with this browser */
export function reasonToSkip(browser) {
  const missing = orcaPrograms.filter((path) => !existsSync(path));
  if (!existsSync(orcaPrograms[0]))
    return 'Orca is not installed. As root on Debian, `CI=true node scripts/install.mjs --browsers` installs it';
  if (missing.length) return `Orca needs ${missing.join(', ')}, which is not installed`;
  if (!browsers[browser].path()) return `Orca needs ${browser}, which is not installed`;
  return undefined;
}

function writeHome(home) {
  const files = {
    '.asoundrc': 'pcm.!default {type null}\nctl.!default {type null}\n',
    'speechd.conf': speechSettings,
    '.local/share/orca/user-settings.conf': JSON.stringify({
      general: orcaSettings,
      pronunciations: {},
      keybindings: {},
      profiles: {
        default: {profile: ['Default', 'default'], pronunciations: {}, keybindings: {}, ...orcaSettings},
      },
    }),
    // Chromium would ask whether it should translate a page.
    'profile/Default/Preferences': JSON.stringify({translate: {enabled: false}}),
    'profile/user.js': Object.entries(firefoxPreferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name)), {recursive: true});
    writeFileSync(join(home, name), content);
  }
  mkdirSync(join(home, 'run'), {mode: 0o700});
}

const environment = (home) => ({
  PATH: process.env.PATH,
  HOME: home,
  XDG_RUNTIME_DIR: join(home, 'run'),
  XDG_CONFIG_HOME: join(home, '.config'),
  XDG_DATA_HOME: join(home, '.local/share'),
  XDG_CACHE_HOME: join(home, '.cache'),
  XDG_SESSION_TYPE: 'x11',
  TMPDIR: join(home, 'run'),
  // Orca speaks English
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  GDK_BACKEND: 'x11',
  GNOME_ACCESSIBILITY: '1',
  GSETTINGS_BACKEND: 'keyfile',
  GTK_MODULES: 'gail:atk-bridge',
  MOZ_ENABLE_WAYLAND: '0',
  NO_AT_BRIDGE: '0',
  SPEECHD_ADDRESS: `unix_socket:${join(home, 'run/speech')}`,
});

/** Repeats `find` until it finds something. */
async function waitFor(find, what) {
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(50)) {
    const found = find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what} did not come within ${PATIENCE_MS / 1000} s`);
  }
}

/**
 * Starts a desktop with Orca, and no browser yet.
 * @returns {Promise<Desktop>}
 * @typedef {Awaited<ReturnType<typeof startDesktop>>} Desktop
 */
export async function startDesktop() {
  const home = mkdtempSync(join(tmpdir(), 'orca-'));
  writeHome(home);
  const env = environment(home);
  const {end, logs, start: startProgram} = createPrograms(home);
  /** All that Orca has said, and who waits for more. */
  const said = [];
  const listeners = new Set();

  /** What the program writes to file descriptor 3 comes as lines. */
  const start = (name, command, args) =>
    createInterface({input: startProgram(name, command, args.map(String), {env, cwd: home, stdio: ['pipe']}).stdio[3]});
  const run = (command, ...args) => spawnSync(command, args.map(String), {env, encoding: 'utf8'}).stdout.trim();
  const firstLine = async (lines) => {
    const [line] = await once(lines, 'line', {signal: AbortSignal.timeout(PATIENCE_MS)});
    return line;
  };

  try {
    const {width, height} = SIZE;
    const screen = ['-displayfd', 3, '-screen', 0, `${width}x${height}x24`, '-nolisten', 'tcp'];
    env.DISPLAY = `:${await firstLine(start('display', 'Xvfb', screen))}`;
    env.DBUS_SESSION_BUS_ADDRESS = await firstLine(
      start('bus', 'dbus-daemon', ['--session', '--nofork', '--print-address=3']),
    );
    // Without a session manager nobody else starts this bus. The browser asks it whether a screen reader listens.
    start('accessibility', '/usr/libexec/at-spi-bus-launcher', [
      '--launch-immediately',
      '--a11y=1',
      '--screen-reader=1',
    ]);
    start('windows', 'openbox', []);
    const socket = join(home, 'run/speech');
    const speech = ['--run-single', '--timeout', 0, '--communication-method', 'unix_socket', '--socket-path', socket];
    start('speech', 'speech-dispatcher', [...speech, '--config-dir', home, '--log-dir', home]);
    await waitFor(() => existsSync(socket), 'the speech service');
    const orca = start('orca', '/usr/bin/python3', [join(import.meta.dirname, 'orca_in_words.py')]);
    orca.on('line', (line) => {
      const text = JSON.parse(line);
      if (text !== null) said.push(text);
      else for (const listener of listeners) listener();
    });
    await waitFor(() => said.includes('Screen reader on.'), 'Orca');
  } catch (error) {
    error.message += `\n${logs()}`;
    await end();
    throw error;
  }

  return {
    home,
    /** All texts that Orca has said, in their order. */
    said,
    /** Calls the listener whenever Orca has said something and has nothing more to do. */
    onSpeech: (listener) => listeners.add(listener),
    offSpeech: (listener) => listeners.delete(listener),

    /** Opens a window of this browser with this page, and brings it to the front. */
    async openBrowser(name, url) {
      const {args, path, windowClass} = browsers[name];
      start('browser', path(), args(home, url));
      const find = () => run('xdotool', 'search', '--onlyvisible', '--class', windowClass).split('\n').at(-1);
      run('xdotool', 'windowactivate', '--sync', await waitFor(find, `the window of ${name}`));
    },

    /** Presses a key as xdotool names it, or keys at once: `Tab`, `ctrl+Home`, `Insert+a`. */
    press: (key) => run('xdotool', 'key', '--clearmodifiers', key),
    /** Types letter by letter. */
    type: (text) => run('xdotool', 'type', '--delay', 120, text),
    logs,
    close: end,
  };
}
