import {readdirSync} from 'node:fs';
import {join} from 'node:path';

/** The tests that drive the built files; by name, since what `node --test` makes of a folder differs from version to version. */
export const endToEndFiles = (
  folders = ['test/end-to-end', 'test/embedding', 'test/security', 'test/cli', 'test/schema'],
) =>
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.test.mjs'))
      .map((name) => join(folder, name)),
  );
