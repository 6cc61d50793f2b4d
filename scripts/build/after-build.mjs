// Ends `npm run build`: what no compiler warns of, and what can only be made of finished files.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {copyFileSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {licensesOf} from './licenses.mjs';
import {readManifest} from './manifest.mjs';

const embed = 'dist/embed';
const faults = [];
const check = (isRight, fault) => isRight || faults.push(fault);

// as npm users import it, on their servers too: registers nothing, needs no document
const {GoodPracticeBrowser} = await import(pathToFileURL('dist/index.js').href).catch((error) => {
  check(false, `dist/index.js does not import in Node: ${error}`);
  return {};
});
// decorators are dropped, or left as they are, without a word where no tsconfig.json that knows of them includes the file
const attributes = GoodPracticeBrowser?.observedAttributes ?? [];
check(
  attributes.includes('src'),
  'dist/index.js: the element has lost its attributes, see experimentalDecorators in tsconfig.json',
);

for (const end of ['.js', '.mjs', '.extras.js', '.formats.js']) {
  const name = `good-practice-browser${end}`;
  const file = join(embed, name);
  const code = readFileSync(file, 'utf8');
  const isFurther = /\.(?:extras|formats)\./.test(name);
  const {status, stderr} = spawnSync(process.execPath, ['--check', file], {encoding: 'utf8'});
  check(status === 0, `${name} does not parse: ${stderr}`);
  for (const attribute of attributes)
    check(isFurther || code.includes(attribute), `${name} knows no attribute ${attribute}`);
  check(!code.includes('--lightningcss'), `${name}: light-dark() was compiled away, see cssTarget in vite.config.ts`);
  const [policies, lits] = ['.createPolicy(', '$lit$'].map((text) => code.split(text).length - 1);
  check(
    policies === (isFurther ? 0 : 1),
    `${name}: the one Trusted Types policy is that of src/trusted-types.ts, but there are ${policies}`,
  );
  check(!isFurther || !lits, `${name} has a Lit of its own: see src/elements/kit.ts`);
  check(!code.includes('__PURE__'), `${name} has notes for bundlers: see comments in vite.config.ts`);
  // a page in another encoding would spoil it, and nobody can see why
  const other = name.endsWith('.js') && /[^\0-\x7f]+/.exec(code)?.[0];
  check(!other, `${name} has “${other}” in a template: write it in the messages, or as \\u`);
}

for (const fault of faults) console.error(fault);
if (faults.length) process.exit(1);

copyFileSync('feed.schema.json', join(embed, 'feed.schema.json'));

const hash = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(embed, file)))
    .digest('base64')}`;
const shipped = readdirSync(embed, {recursive: true}).filter(
  (file) => /\.(m?js|json)$/.test(file) && file !== 'sri.json',
);
const sri = Object.fromEntries(shipped.sort().map((file) => [file.replaceAll('\\', '/'), hash(file)]));
writeFileSync(join(embed, 'sri.json'), `${JSON.stringify(sri, null, 2)}\n`);

writeFileSync(join(embed, 'LICENSES.txt'), licensesOf(embed));

writeFileSync('dist/custom-elements.json', `${JSON.stringify(readManifest(), null, 2)}\n`);
