// WordPress 6.5 on PHP 7.4, the oldest PHP that the plugin supports, with SQLite. All of it comes from npm, and PHP
// runs in Node, so that no PHP, no database and no rights of an administrator are needed. `wordpress.mjs` is the other
// one: an older WordPress on a newer PHP with MariaDB.
import {execFile, fork} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {unzipSync} from 'fflate';
import {cacheFolder} from '../../scripts/browsers.mjs';
import {users} from './wordpress.mjs';

/** Later builds of WordPress are not inside their package, but downloads. */
const packages = ['@php-wasm/node@1.0.27', '@wp-playground/wordpress-builds@0.9.19'];
/** Outside node_modules, once for all checkouts: few need these 700 MB. */
const folder = join(cacheFolder, 'wordpress-wasm');
const modules = join(folder, 'node_modules');
const builds = join(modules, '@wp-playground/wordpress-builds');

/** A plugin that keeps WordPress from asking other servers. */
const quiet = new URL('wordpress-quiet.php', import.meta.url);

export const name = 'WordPress 6.5 on PHP 7.4';

/** Installs WordPress and PHP on first use. @returns {Promise<string | undefined>} why that is not possible here */
export async function reasonToSkip() {
  if (existsSync(builds) && existsSync(join(modules, '@php-wasm/node'))) return undefined;
  mkdirSync(folder, {recursive: true});
  const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return promisify(execFile)('npm', [...args, ...packages], {shell: process.platform === 'win32'}).then(
    () => undefined,
    (error) => `npm cannot install ${packages.join(' and ')}: ${error.stderr || error.message}`,
  );
}

/** Writes the files of a zip into a folder. */
function unzip(file, target) {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    if (path.endsWith('/')) continue;
    mkdirSync(dirname(join(target, path)), {recursive: true});
    writeFileSync(join(target, path), bytes);
  }
}

/** The zip has the PHP; style sheets, scripts and images lie beside it. Both have a database, of another site. */
function unpackWordPress(site) {
  unzip(join(builds, 'src/wordpress/wp-6.5.zip'), site);
  cpSync(join(builds, 'public/wp-6.5'), site, {recursive: true});
  rmSync(join(site, 'wp-content/database'), {recursive: true});
  for (const path of ['wp-content/database', 'wp-content/mu-plugins', 'wp-content/uploads'])
    mkdirSync(join(site, path), {recursive: true});
  cpSync(quiet, join(site, 'wp-content/mu-plugins/quiet.php'));
}

/** Not among the plugins, where tests would see it. */
function unpackSqlite(site) {
  const sqlite = join(site, 'wp-content/sqlite');
  const content = join(builds, 'src/sqlite-database-integration/sqlite-database-integration.zip');
  unzip(content, sqlite);
  const implementation = join(sqlite, 'sqlite-database-integration-main');
  const dropIn = readFileSync(join(implementation, 'db.copy'), 'utf8');
  writeFileSync(join(site, 'wp-content/db.php'), dropIn.replace('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', implementation));
}

const configuration = (origin, site) => `<?php
define( 'DB_NAME', 'wordpress' );
// Otherwise, the drop-in activates itself as a plugin.
define( 'SQLITE_MAIN_FILE', '1' );
define( 'WP_HOME', '${origin}' );
define( 'WP_SITEURL', '${origin}' );
define( 'FS_METHOD', 'direct' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', '${site}/debug.log' );
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

const firstSteps = `
wp_insert_user( array( 'user_login' => '${users.author.name}', 'user_pass' => '${users.author.password}', 'user_email' => 'author@example.org', 'role' => 'author' ) );
update_option( 'permalink_structure', '/%postname%/' );
$GLOBALS['wp_rewrite']->set_permalink_structure( '/%postname%/' );
flush_rewrite_rules( false );
foreach ( get_users() as $user ) {
	update_user_meta( $user->ID, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) ) );
}
`;

async function install(origin) {
  const {name: user, password} = users.administrator;
  const body = new URLSearchParams({
    weblog_title: 'Town',
    user_name: user,
    admin_password: password,
    admin_password2: password,
    pw_weak: '1',
    admin_email: 'admin@example.org',
    language: '',
  });
  const response = await fetch(`${origin}/wp-admin/install.php?step=2`, {method: 'POST', body});
  const page = await response.text();
  if (!page.includes('wp-login.php')) throw new Error(`WordPress was not installed. It says:\n${page}`);
}

/** A fresh site, with the users above and pretty permalinks. */
export async function startWordPress() {
  const site = mkdtempSync(join(tmpdir(), 'wordpress-wasm-'));
  unpackWordPress(site);
  unpackSqlite(site);

  // A process of its own, so that PHP at work does not stop the clocks of a test.
  const child = fork(new URL('wordpress-wasm-server.mjs', import.meta.url), [modules, site], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  const waiting = new Map();
  let calls = 0;
  const ended = exit.then(([code]) => Promise.reject(new Error(`The process with PHP ended with ${code}.`)));
  ended.catch(() => {});
  const listening = once(child, 'message');

  const endAtOnce = () => {
    child.kill('SIGKILL');
    rmSync(site, {recursive: true, force: true});
  };
  const endBySignal = () => process.exit(1);
  process.once('exit', endAtOnce);
  process.once('SIGTERM', endBySignal);
  process.once('SIGINT', endBySignal);
  const stop = async () => {
    child.kill('SIGKILL');
    await exit;
    endAtOnce();
    process.off('exit', endAtOnce);
    process.off('SIGTERM', endBySignal);
    process.off('SIGINT', endBySignal);
  };
  const debugLog = async () => readFileSync(join(site, 'debug.log'), {encoding: 'utf8', flag: 'a+'});
  /** Runs PHP with WordPress loaded. @returns {Promise<string>} what it writes */
  const runPhp = async (code) => {
    const id = calls++;
    const answer = new Promise((resolve) => waiting.set(id, resolve));
    child.send({id, code});
    const {error, output} = await Promise.race([answer, ended]);
    if (error) throw new Error(error);
    return output;
  };
  try {
    const [{origin}] = await Promise.race([listening, ended]);
    child.on('message', ({id, ...answer}) => waiting.get(id)(answer));
    writeFileSync(join(site, 'wp-config.php'), configuration(origin, site));
    await install(origin);
    await runPhp(firstSteps);
    return {name, origin, folder: site, users, runPhp, debugLog, stop};
  } catch (error) {
    error.message += `\n${await debugLog()}`;
    await stop();
    throw error;
  }
}
