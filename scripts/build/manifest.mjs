// Reads the custom elements manifest from the doc comments. Editors use it, and the tables in the
// docs are made from it.
import {readFileSync} from 'node:fs';
import {create, ts} from '@custom-elements-manifest/analyzer';
import {litPlugin} from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

/** The public elements. Inner elements such as `<gpb-card>` are not public. */
const sources = [
  'src/elements/shared/events.ts',
  'src/elements/browser/attributes.ts',
  'src/elements/browser/good-practice-browser.ts',
  'src/elements/satellites/satellite.ts',
  'src/elements/satellites/gpb-city.ts',
  'src/elements/satellites/gpb-count.ts',
  'src/elements/satellites/gpb-latest.ts',
  'src/elements/satellites/gpb-practice.ts',
];

/** The modules that users of the package can import. See `exports` in package.json. */
const classesModule = 'dist/index.js';
const tagsModule = 'dist/define.js';

/** A default in words (`@default`) takes precedence over the initial value of the field. */
const defaultsInWords = {
  name: 'defaults-in-words',
  analyzePhase({ts: {isPropertyDeclaration, getJSDocTags}, node, moduleDoc}) {
    if (!isPropertyDeclaration(node)) return;
    const words = getJSDocTags(node).find(({tagName}) => tagName.text === 'default')?.comment;
    if (!words) return;
    const declaration = moduleDoc.declarations.find(({name}) => name === node.parent.name?.text);
    const name = node.name.getText();
    const items = [
      declaration?.members?.find((member) => member.name === name),
      declaration?.attributes?.find(({fieldName}) => fieldName === name),
    ];
    for (const item of items) if (item) item.default = words;
  },
};

/** Adds the exported types that a type names, for generators that must import them. */
function typeWithReferences({text}) {
  const names = ['GpbEvent', 'PageMessages', 'SearchResults', 'SearchState'].filter((name) => text.includes(name));
  const references = names.map((name) => ({name, package: 'good-practice-browser', module: classesModule}));
  return references.length ? {text, references} : {text};
}

/** A class as users of the package see it. Members without a doc comment are internal. */
function toPublicClass({attributes = [], events = [], members = [], ...declaration}) {
  const isPublic = ({description, privacy = 'public', static: isStatic}) =>
    description && privacy === 'public' && !isStatic;
  const clean = ({type, ...item}) => ({
    ...item,
    ...(type && {type: typeWithReferences(type)}),
    inheritedFrom: undefined, // a module that cannot be imported
  });
  const shown = members.filter(isPublic).map(clean);
  const fields = shown.map(({name}) => name);
  return {
    ...declaration,
    members: shown,
    // The analyzer takes internal state of Lit for attributes, and dispatched events for documented
    // ones. An empty attribute is not a value that editors should suggest.
    attributes: attributes
      .filter(({fieldName}) => fields.includes(fieldName))
      .map((attribute) => clean({...attribute, type: {text: attribute.type.text.replace("'' | ", '')}})),
    events: events.filter(({name, description}) => name && description).map(clean),
    superclass: declaration.tagName ? {name: 'LitElement', package: 'lit'} : declaration.superclass,
  };
}

/**
 * @returns {object} The manifest of the public elements. Users can import its modules through the
 * package's `exports`.
 */
export function readManifest() {
  const modules = sources.map((path) =>
    ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const analyzed = create({modules, plugins: [...litPlugin(), defaultsInWords], context: {dev: false}});
  const classes = analyzed.modules
    .flatMap(({declarations}) => declarations)
    .filter(({kind, name, tagName}) => kind === 'class' && (tagName || name === 'GpbEvent'));
  const declarations = classes.map(toPublicClass);
  const reference = (name) => ({name, module: classesModule});
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: classesModule,
        declarations,
        exports: declarations.map(({name}) => ({kind: 'js', name, declaration: reference(name)})),
      },
      {
        kind: 'javascript-module',
        path: tagsModule,
        declarations: [],
        exports: declarations
          .filter(({tagName}) => tagName)
          .map(({name, tagName}) => ({kind: 'custom-element-definition', name: tagName, declaration: reference(name)})),
      },
    ],
  };
}
