import {zipSync} from 'fflate';

/**
 * A zip of one folder. The same contents and the same date give the same bytes.
 * @param {string} folder
 * @param {Map<string, Uint8Array>} contents path inside the folder -> bytes
 * @param {Date} date of every file
 * @returns {Uint8Array}
 */
export function zip(folder, contents, date) {
  // A zip has local times, without their zone.
  process.env.TZ = 'UTC';
  const entries = [...contents]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => [`${folder}/${path}`, bytes]);
  return zipSync(Object.fromEntries(entries), {level: 9, mtime: date});
}
