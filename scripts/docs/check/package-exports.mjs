// What `import … from 'good-practice-browser/…'` gives, read from package.json and the sources. It needs no build.
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path/posix';
import {parseSync} from 'rolldown/utils';

const {exports: entries, name: packageName} = JSON.parse(readFileSync('package.json', 'utf8'));

/** Whether a module is of this package. */
export const isOwnModule = (specifier) => specifier === packageName || specifier.startsWith(`${packageName}/`);

/** The target in `exports` of package.json, such as `./dist/core/engine.d.ts`; undefined if it exports no such path. */
function targetOf(specifier) {
  const path = `.${specifier.slice(packageName.length)}`;
  const [key, target] =
    Object.entries(entries).find(([pattern]) => {
      const [start, end] = pattern.split('*');
      return end === undefined ? path === pattern : path.startsWith(start) && path.endsWith(end);
    }) ?? [];
  if (!key) return undefined;
  const [start, end = ''] = key.split('*');
  const part = path.slice(start.length, path.length - end.length);
  return (target.types ?? target).replace('*', part);
}

/** The source of a built file. A file that has no source, such as `custom-elements.json`, is a source itself once it is built. */
const sourceOf = (target) => {
  const source = target.replace('./dist/', 'src/');
  const candidates = [
    source.replace(/(?:\.d\.ts|\.js)$/, '.ts'),
    source,
    target.replace('./dist/', ''),
    target.replace('./', ''),
  ];
  return candidates.find((file) => existsSync(file));
};

/** @returns {Set<string>} the names that a source file exports, also from other files */
function exportsOf(file) {
  const {staticExports} = parseSync(file, readFileSync(file, 'utf8')).module;
  const names = new Set();
  for (const {exportName, importName, moduleRequest} of staticExports.flatMap((each) => each.entries)) {
    if (exportName.kind === 'Name') names.add(exportName.name);
    else if (exportName.kind === 'Default') names.add('default');
    else if (importName.kind === 'AllButDefault')
      exportsOf(join(dirname(file), moduleRequest.value.replace(/\.js$/, '.ts'))).forEach((name) => names.add(name));
  }
  return names;
}

/** What is wrong with an import of these names from a module of this package: texts. */
export function checkImport(specifier, names) {
  const target = targetOf(specifier);
  if (!target) return [`package.json exports no “${specifier}”.`];
  const isBuilt = existsSync('dist');
  const source = sourceOf(target);
  if (!source)
    return isBuilt || target.includes('/core/') ? [`“${specifier}” leads to ${target}, which does not exist.`] : [];
  if (!source.endsWith('.ts')) return [];
  const known = exportsOf(source);
  return names.filter((name) => !known.has(name)).map((name) => `“${specifier}” exports no “${name}”.`);
}
