import {mkdir, readdir, readFile, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import {PAGES_MARK} from '../core/feed/write/pages.js';
import type {PageConversion} from '../node/pages.js';
import {readManifest, writeManifest} from './manifest.js';
import {foreignFile, OutputError} from './output-error.js';
import {writeWhole} from './write-file.js';

/** Lists the files of the last run. Only these are removed. */
const MANIFEST = 'good-practice-pages.json';
/** Where a file of ours has its mark. */
const HEAD_LENGTH = 300;
const PAGE = /^[a-z0-9-]+\.html$|^sitemap(?:-\d+)?\.xml$/;

/**
 * Writes pages into a folder, and removes those of the last run that no longer belong to a practice.
 * Never touches a file of somebody else: refuses to write over it, and does not remove it.
 *
 * @returns how many old files were removed
 */
export async function writePages(
  {files, names}: PageConversion,
  folder: string,
  showProgress: (text: string) => void,
): Promise<number> {
  try {
    await mkdir(folder, {recursive: true});
    const present = new Set((await readdir(folder)).map((name) => name.toLowerCase()));
    const read = async (name: string) => (present.has(name) ? await readFile(join(folder, name), 'utf8') : undefined);
    const isOurs = (content: string) => content.slice(0, HEAD_LENGTH).includes(PAGES_MARK);
    const manifest = join(folder, MANIFEST);
    const before = readManifest((await read(MANIFEST)) ?? '');
    for (const name of names) {
      const content = await read(name);
      // An empty file has nothing to lose.
      if (content && !isOurs(content)) throw foreignFile(join(folder, name));
    }
    // Known before they are written, so that a run that is broken off leaves nothing behind.
    await writeManifest(manifest, PAGES_MARK, [...new Set([...before, ...names])]);
    let count = 0;
    for (const [name, content] of files()) {
      if ((await read(name)) !== content) await writeWhole(join(folder, name), content);
      showProgress(`${++count} of ${names.length} files`);
    }
    const current = new Set(names);
    let removed = 0;
    for (const name of before) {
      if (current.has(name) || !PAGE.test(name) || !isOurs((await read(name)) ?? '')) continue;
      await unlink(join(folder, name));
      removed++;
    }
    await writeManifest(manifest, PAGES_MARK, names);
    return removed;
  } catch (error) {
    if (error instanceof OutputError) throw error;
    throw new OutputError(`${folder} cannot be written: ${(error as Error).message}.`);
  }
}
