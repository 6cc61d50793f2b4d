// The end of `npm run build`: copies what belongs to the finished files, lists them, and checks
// what no compiler reports.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {generateJetBrainsWebTypes} from 'custom-element-jet-brains-integration';
import {generateVsCodeCustomElementData} from 'custom-element-vs-code-integration';
import {licenseTexts} from './licenses.mjs';
import {readManifest} from './manifest.mjs';
import {stemmerFiles} from './words.mjs';

const embed = 'dist/embed';
const name = 'good-practice-browser';

copyFileSync('dist/worker/entry.js', join(embed, `${name}.worker.js`));
for (const folder of ['locales', 'words']) cpSync(`src/generated/${folder}`, join(embed, folder), {recursive: true});
mkdirSync(join(embed, 'stemmers'));
for (const [tag, file] of stemmerFiles()) copyFileSync(file, join(embed, 'stemmers', `${tag}.js`));
writeFileSync(join(embed, 'LICENSES.txt'), licenseTexts());
copyFileSync('feed.schema.json', 'dist/feed.schema.json');
const manifest = readManifest();
writeFileSync('dist/custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`);
// Completions of HTML and CSS for VS Code and the editors of JetBrains.
const editorData = {outdir: 'dist', hideLogs: true, packageJson: false};
generateVsCodeCustomElementData(manifest, editorData);
generateJetBrainsWebTypes(manifest, editorData);

// These entries have types for templates only. A bundler that imports one gets an empty module.
for (const framework of ['react', 'svelte', 'vue']) {
  copyFileSync(`src/frameworks/${framework}.d.ts`, `dist/frameworks/${framework}.d.ts`);
  writeFileSync(`dist/frameworks/${framework}.js`, 'export {};\n');
}

// The built tools use classic scripts, because browsers do not load modules from disk. The demo
// feed is in `demo/` beside `tools/`, as in the zip.
for (const file of readdirSync('demo/tools').filter((name) => /\.(?:html|css|svg)$/.test(name))) {
  const source = join('demo/tools', file);
  if (!file.endsWith('.html')) copyFileSync(source, join('dist/tools', file));
  else {
    const html = readFileSync(source, 'utf8');
    const built = html.replace('type="module"', 'defer').replace('"../practices.json"', '"../demo/practices.json"');
    writeFileSync(join('dist/tools', file), built);
  }
}

const hash = (file) =>
  createHash('sha384')
    .update(readFileSync(join(embed, file)))
    .digest('base64');
const shipped = readdirSync(embed, {recursive: true}).map((file) => file.replaceAll('\\', '/'));
const hashes = shipped
  .filter((file) => /\.(?:js|json)$/.test(file))
  .sort()
  .map((file) => [file, `sha384-${hash(file)}`]);
writeFileSync(join(embed, 'sri.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);

const faults = [];
const check = (isRight, fault) => isRight || faults.push(fault);

// npm users import it on servers too.
const {GoodPracticeBrowser} = await import(pathToFileURL('dist/define.js').href).catch((error) => {
  check(false, `dist/define.js does not import in Node: ${error}`);
  return {};
});
// Without a tsconfig.json that includes the file and allows decorators, the compiler drops them
// silently.
check(
  GoodPracticeBrowser?.observedAttributes?.includes('src'),
  'dist/define.js: the element has lost its attributes, see experimentalDecorators in tsconfig.json',
);

const script = readFileSync(join(embed, `${name}.js`), 'utf8');
const worker = readFileSync(join(embed, `${name}.worker.js`), 'utf8');
const engine = readFileSync(join(embed, `${name}.opensearch.js`), 'utf8');
for (const file of [`${name}.js`, `${name}.worker.js`, `${name}.opensearch.js`]) {
  const {status, stderr} = spawnSync(process.execPath, ['--check', join(embed, file)], {encoding: 'utf8'});
  check(status === 0, `${file} does not parse: ${stderr}`);
}
for (const code of [script, worker, engine]) {
  const other = /[^\0-\x7f]+/.exec(code)?.[0];
  check(
    !other,
    `a script has “${other}”: a page in another encoding changes it, so write it as \\u or in the messages`,
  );
  // The script has one `import()`: stemmers, by their computed address in the same folder.
  const imports = code.match(/\bimport\s*\(/g)?.length ?? 0;
  check(imports === (code === script ? 1 : 0), `a script has ${imports} import(): see classicScript in vite.config.ts`);
}
check(!script.includes('--lightningcss'), 'light-dark() was compiled away: see cssTarget in vite.config.ts');
const policies = script.split('.createPolicy(').length - 1;
check(policies === 1, `the script makes ${policies} Trusted Types policies, not one: see lit-patch.mjs`);

for (const fault of faults) console.error(fault);
if (faults.length) process.exit(1);
