// WordPress as Debian packages it: 6.1 on PHP 8.2 with MariaDB, in a temporary folder with a database of its own.
import {execFile, spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir, userInfo} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import {wordpressPrograms} from '../../scripts/browsers.mjs';
import {freePort} from './free-port.mjs';
import {createPrograms} from './programs.mjs';

const run = promisify(execFile);

/** A limit for facts that never come. On a busy machine they come late. */
const PATIENCE_MS = 60_000;

/** PHP's own server answers several requests at once, as WordPress may ask itself. */
const WORKERS = 4;
const phpOptions = ['-d', 'memory_limit=256M', '-d', 'display_errors=stderr'];

export const name = 'WordPress 6.1 on PHP 8.2';

/** The users of each site. */
export const users = {
  administrator: {name: 'admin', password: 'admin-Pass-1'},
  author: {name: 'author', password: 'author-Pass-1'},
};

/** A plugin that keeps WordPress from asking other servers. */
const quiet = new URL('wordpress-quiet.php', import.meta.url);

/** @returns {string | undefined} why WordPress cannot run */
export function reasonToSkip() {
  const missing = wordpressPrograms.filter((path) => !existsSync(path));
  if (missing.length)
    return `WordPress needs ${missing.join(', ')}. As root on Debian, \`CI=true node scripts/install.mjs --browsers\` installs it`;
  const modules = spawnSync('php', ['-m'], {encoding: 'utf8'}).stdout.split('\n');
  const absent = ['curl', 'gd', 'mbstring', 'mysqli', 'xml'].filter((module) => !modules.includes(module));
  return absent.length
    ? `PHP lacks ${absent.join(', ')}: install php-curl, php-gd, php-mbstring, php-mysql, php-xml`
    : undefined;
}

const configuration = (origin, folder) => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${folder}/socket' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
${'AUTH_KEY SECURE_AUTH_KEY LOGGED_IN_KEY NONCE_KEY AUTH_SALT SECURE_AUTH_SALT LOGGED_IN_SALT NONCE_SALT'
  .split(' ')
  .map((key) => `define( '${key}', 'test ${key}' );\n`)
  .join('')}
define( 'WP_HOME', '${origin}' );
define( 'WP_SITEURL', '${origin}' );
define( 'FS_METHOD', 'direct' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', '${folder}/debug.log' );
// Otherwise, a friendly page hides what went wrong.
define( 'WP_DISABLE_FATAL_ERROR_HANDLER', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
// Tests run the jobs that they mean.
define( 'DISABLE_WP_CRON', true );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

/** What a web server does for WordPress: files as they are, a folder by its index.php, and everything else by WordPress. */
const router = `<?php
$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
$file = __DIR__ . '/site' . urldecode( $path );
if ( is_file( $file ) ) {
	return false;
}
$folder = is_file( "$file/index.php" ) ? rtrim( $path, '/' ) : '';
$_SERVER['SCRIPT_NAME'] = "$folder/index.php";
chdir( __DIR__ . "/site$folder" );
require __DIR__ . "/site$folder/index.php";
`;

/** Runs a script with WordPress loaded, in a function so that its variables are not those of WordPress. */
const runner = `<?php
$_SERVER += array( 'HTTP_HOST' => '127.0.0.1', 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET' );
require __DIR__ . '/site/wp-load.php';
( static function ( $script ) {
	require $script;
} )( $argv[1] );
`;

const installation = `<?php
define( 'WP_INSTALLING', true );
// It would send a letter.
function wp_new_blog_notification() {}
require __DIR__ . '/site/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Town', '${users.administrator.name}', 'admin@example.org', true, '', '${users.administrator.password}' );
wp_insert_user( array( 'user_login' => '${users.author.name}', 'user_pass' => '${users.author.password}', 'user_email' => 'author@example.org', 'role' => 'author' ) );
$GLOBALS['wp_rewrite']->set_permalink_structure( '/%postname%/' );
flush_rewrite_rules( false );
foreach ( get_users() as $user ) {
	update_user_meta( $user->ID, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) ) );
}
`;

/**
 * A fresh site, with the users above and pretty permalinks.
 * @param {object} [options]
 * @param {string} [options.plugin] folder of our plugin, which is copied there, with the built script, but not activated
 */
export async function startWordPress({plugin} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const site = join(folder, 'site');
  const {end, logs, start} = createPrograms(folder);
  const debugLog = async () => readFileSync(join(folder, 'debug.log'), {encoding: 'utf8', flag: 'a+'});
  /** Repeats a question until the answer is yes, or until the program that could answer has ended. */
  async function waitFor(child, isTrue, what) {
    for (const end = Date.now() + PATIENCE_MS; !(await isTrue()); await sleep(50)) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`${what} ended with ${child.exitCode ?? child.signalCode}`);
      if (Date.now() > end) throw new Error(`${what} did not come within ${PATIENCE_MS / 1000} s`);
    }
  }

  /** Nobody needs what the database would still write. */
  const stop = () => end('SIGKILL');

  async function startDatabase() {
    const options = ['--no-defaults', `--user=${userInfo().username}`, `--datadir=${join(folder, 'database')}`];
    await run('mariadb-install-db', [...options, '--auth-root-authentication-method=normal', '--skip-test-db']);
    const socket = join(folder, 'socket');
    // The data need not survive anything.
    const hasty = ['--skip-networking', '--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=64M'];
    const database = start('database', '/usr/sbin/mariadbd', [...options, `--socket=${socket}`, ...hasty]);
    await waitFor(database, () => existsSync(socket), 'the database');
    await run('mariadb', [
      '--no-defaults',
      `--socket=${socket}`,
      '--user=root',
      '--execute=CREATE DATABASE wordpress CHARACTER SET utf8mb4',
    ]);
  }

  function writeSite(origin) {
    cpSync('/usr/share/wordpress', site, {recursive: true, dereference: true});
    // Debian's own has links to settings of the system.
    rmSync(join(site, 'wp-config.php'), {force: true});
    writeFileSync(join(site, 'wp-config.php'), configuration(origin, folder));
    for (const path of ['mu-plugins', 'uploads']) mkdirSync(join(site, 'wp-content', path), {recursive: true});
    cpSync(quiet, join(site, 'wp-content/mu-plugins/quiet.php'));
    for (const [file, content] of Object.entries({
      'router.php': router,
      'run.php': runner,
      'install.php': installation,
    }))
      writeFileSync(join(folder, file), content);
    if (!plugin) return;
    const target = join(site, 'wp-content/plugins/good-practice-browser');
    cpSync(plugin, target, {recursive: true});
    if (existsSync('dist/embed')) cpSync('dist/embed', join(target, 'embed'), {recursive: true});
  }

  let scripts = 0;
  /** Runs PHP with WordPress loaded. @returns {Promise<string>} what it writes */
  async function runPhp(code) {
    const script = join(folder, `script-${scripts++}.php`);
    writeFileSync(script, `<?php\n${code}`);
    const {stdout} = await run('php', [...phpOptions, join(folder, 'run.php'), script], {maxBuffer: 100_000_000});
    return stdout;
  }

  try {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    writeSite(origin);
    await startDatabase();
    await run('php', [...phpOptions, join(folder, 'install.php')]);
    const server = start(
      'server',
      'php',
      [...phpOptions, '-S', `127.0.0.1:${port}`, '-t', site, join(folder, 'router.php')],
      {
        env: {...process.env, PHP_CLI_SERVER_WORKERS: String(WORKERS)},
      },
    );
    const answers = () => fetch(`${origin}/wp-includes/css/buttons.css`).catch(() => false);
    await waitFor(server, answers, 'the server of PHP');
    return {name, origin, folder: site, users, runPhp, debugLog, logs, stop};
  } catch (error) {
    error.message += `\n${logs()}`;
    await stop();
    throw error;
  }
}
