import {writeWhole} from './write-file.js';

/** The lines of a manifest, which lists the files of the last run; none if it is broken. */
export function readManifest(text: string): readonly string[] {
  try {
    const {files} = JSON.parse(text) as {files?: unknown};
    return Array.isArray(files) ? files.filter((line) => typeof line === 'string') : [];
  } catch {
    return [];
  }
}

export const writeManifest = (path: string, writtenBy: string, files: readonly string[]): Promise<void> =>
  writeWhole(path, `${JSON.stringify({writtenBy, files}, null, 2)}\n`);
