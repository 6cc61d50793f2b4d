import {createHash} from 'node:crypto';
import {mkdir, readFile, unlink} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {readManifest, writeManifest} from './manifest.js';
import {foreignFile, OutputError} from './output-error.js';
import {writeWhole} from './write-file.js';

/** Lists the files of the last run with the hashes of their contents. Only these are replaced or removed. */
const MANIFEST = 'good-practice-parts.json';
const WRITTEN_BY = 'good-practice-browser convert --split';
const LINE = /^(texts\.json|details\/[a-z0-9-]+\.json) ([0-9a-f]{64})$/;

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const lineOf = (path: string, text: string) => `${path} ${hashOf(text)}`;

/**
 * Writes the parts of a feed into a folder, and removes those of the last run that no longer belong
 * to a practice. Never touches a file of somebody else, or one that somebody has changed: refuses to
 * write over it, and does not remove it.
 *
 * @returns how many old files were removed
 */
export async function writeParts(
  files: ReadonlyMap<string, string>,
  folder: string,
  showProgress: (text: string) => void,
): Promise<number> {
  try {
    await mkdir(folder, {recursive: true});
    const manifest = join(folder, MANIFEST);
    const before = new Set(readManifest((await readIfThere(manifest)) ?? ''));
    for (const [path, text] of files) {
      const content = await readIfThere(join(folder, path));
      if (content && content !== text && !before.has(lineOf(path, content))) throw foreignFile(join(folder, path));
    }
    const lines = [...files].map(([path, text]) => lineOf(path, text));
    // Known before they are written, so that a run that is broken off leaves nothing behind.
    await writeManifest(manifest, WRITTEN_BY, [...new Set([...before, ...lines])]);
    let count = 0;
    for (const [path, text] of files) {
      await write(join(folder, path), text);
      showProgress(`${++count} of ${files.size} files`);
    }
    let removed = 0;
    for (const line of before) {
      const [, path, hash] = LINE.exec(line) ?? [];
      // A list may name full texts that were not read.
      if (!path || files.has(path) || files.get('feed.json')?.includes(`"${path}"`)) continue;
      const text = await readIfThere(join(folder, path));
      if (text === undefined || hashOf(text) !== hash) continue;
      await unlink(join(folder, path));
      removed++;
    }
    await writeManifest(manifest, WRITTEN_BY, lines);
    return removed;
  } catch (error) {
    if (error instanceof OutputError) throw error;
    throw new OutputError(`${folder} cannot be written: ${(error as Error).message}.`);
  }
}

/** Leaves a file that has not changed untouched. */
async function write(path: string, text: string): Promise<void> {
  if ((await readIfThere(path)) === text) return;
  await mkdir(dirname(path), {recursive: true});
  await writeWhole(path, text);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
