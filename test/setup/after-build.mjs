// Ends `npm run build`: what no compiler warns of, and what can only be made of finished files.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {readManifest} from './manifest.mjs';

const embed = 'dist/embed';
const faults = [];
const check = (isRight, fault) => isRight || faults.push(fault);

for (const name of ['good-practice-browser.js', 'good-practice-browser.mjs']) {
  const file = join(embed, name);
  const code = readFileSync(file, 'utf8');
  // decorators go through raw, and silently, where no tsconfig.json includes the file
  const {status, stderr} = spawnSync(process.execPath, ['--check', file], {encoding: 'utf8'});
  check(status === 0, `${name} does not parse: ${stderr}`);
  check(!code.includes('--lightningcss'), `${name}: light-dark() was compiled away, see cssTarget in vite.config.ts`);
  check(
    code.split('.createPolicy(').length === 2,
    `${name}: there must be one Trusted Types policy, that of src/trusted-types.ts`,
  );
  // a page in another encoding would spoil it, and nobody can see why
  const other = name.endsWith('.js') && /[^\0-\x7f]+/.exec(code)?.[0];
  check(!other, `${name} has “${other}” in a template: write it in the messages, or as \\u`);
}

// as npm users import it, on their servers too: registers nothing, needs no document
await import(pathToFileURL('dist/index.js').href).catch((error) =>
  check(false, `dist/index.js does not import in Node: ${error}`),
);

for (const fault of faults) console.error(fault);
if (faults.length) process.exit(1);

const hash = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(embed, file)))
    .digest('base64')}`;
const shipped = readdirSync(embed, {recursive: true}).filter(
  (file) => /\.(m?js|json)$/.test(file) && file !== 'sri.json',
);
const sri = Object.fromEntries(shipped.sort().map((file) => [file.replaceAll('\\', '/'), hash(file)]));
writeFileSync(join(embed, 'sri.json'), `${JSON.stringify(sri, null, 2)}\n`);

writeFileSync('dist/custom-elements.json', `${JSON.stringify(readManifest(), null, 2)}\n`);
