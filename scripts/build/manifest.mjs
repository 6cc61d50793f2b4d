// The custom-elements manifest, read from the doc comments: what editors and catalogues read, and what the README's tables are made of.
import {readFileSync} from 'node:fs';
import {create, ts} from '@custom-elements-manifest/analyzer';
import {litPlugin} from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

// what a page may use; the inner elements are nobody's business
const sources = [
  'src/index.ts',
  'src/elements/browser-attributes.ts',
  'src/elements/good-practice-browser.ts',
  'src/elements/events.ts',
];

const eachClass = (manifest, visit) =>
  manifest.modules.forEach(({declarations}) => declarations.filter(({kind}) => kind === 'class').forEach(visit));

const ours = {
  name: 'gpb',
  // a default that is written in words goes before the value that the field starts with
  analyzePhase({ts: {isPropertyDeclaration, getJSDocTags}, node, moduleDoc}) {
    if (!isPropertyDeclaration(node)) return;
    const words = getJSDocTags(node).find(({tagName}) => tagName.text === 'default')?.comment;
    const declaration = moduleDoc.declarations.find(({name}) => name === node.parent.name?.text);
    const name = node.name.getText();
    const about = [
      declaration?.members?.find((member) => member.name === name),
      declaration?.attributes?.find(({fieldName}) => fieldName === name),
    ];
    if (words) for (const item of about) if (item) item.default = words;
  },
  packageLinkPhase({customElementsManifest: manifest}) {
    manifest.schemaVersion = '2.1.0';
    eachClass(manifest, (declaration) => {
      const hidden = declaration.members?.filter(({privacy}) => privacy && privacy !== 'public') ?? [];
      const isShown = ({name, fieldName = name}) => !hidden.some((member) => member.name === fieldName);
      declaration.members = declaration.members?.filter(isShown);
      // “state: true” is no attribute, which the analyzer does not know
      declaration.attributes = declaration.attributes?.filter(isShown);
      // found in the code beside those that the doc comment tells of
      declaration.events = declaration.events?.filter(({name, description}) => name && description);
    });
    // define.ts registers in a loop, which no reader of sources understands
    const {path, declarations} = manifest.modules.find(({path}) => path.endsWith('/good-practice-browser.ts'));
    const {name, tagName} = declarations.find((declaration) => declaration.tagName);
    const definition = {kind: 'custom-element-definition', name: tagName, declaration: {name, module: path}};
    manifest.modules.push({kind: 'javascript-module', path: 'src/define.ts', declarations: [], exports: [definition]});
  },
};

const built = (path) => path.replace(/^(?:\.|\/?src)\//, 'dist/').replace(/\.ts$/, '.js');

/** @returns {object} The manifest of what a page may use. Its paths are those of the built files. */
export function readManifest() {
  const modules = sources.map((path) =>
    ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const manifest = create({modules, plugins: [...litPlugin(), ours], context: {dev: false}});
  return JSON.parse(JSON.stringify(manifest), (key, value) =>
    key === 'path' || key === 'module' ? built(value) : value,
  );
}
