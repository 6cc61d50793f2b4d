// Texts that were read once and found good. `RENEW=true` before a test that compares with them writes them anew: read the difference.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {eventually} from '../../support/page-harness.mjs';

const isRenewed = Boolean(process.env.RENEW);

/** Waits until what `read` gives is what the file beside this one says. */
export async function assertGolden(name, read) {
  const file = join(import.meta.dirname, name);
  if (isRenewed) {
    // what is still on its way would be missing
    await new Promise((resolve) => setTimeout(resolve, 1000));
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, `${await read()}\n`);
  }
  const golden = readFileSync(file, 'utf8');
  await eventually(async () => assert.equal(`${await read()}\n`, golden));
}
