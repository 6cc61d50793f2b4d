import {spawnSync} from 'node:child_process';
import {refuse} from './refuse.mjs';

/**
 * The date of every file in a release: SOURCE_DATE_EPOCH, otherwise that of the last commit. One
 * date for all releases would be simpler, but many servers make the `ETag` of a file from its date
 * and its length: caches could keep the file of an old release.
 */
export function sourceDate() {
  const seconds =
    process.env.SOURCE_DATE_EPOCH ??
    spawnSync('git', ['log', '-1', '--format=%ct'], {encoding: 'utf8'}).stdout?.trim() ??
    '';
  if (!/^\d+$/.test(seconds))
    refuse(
      'no commit gives the files a date. Set SOURCE_DATE_EPOCH to the seconds since 1970, for example to $(date +%s).',
    );
  return new Date(Number(seconds) * 1000);
}
