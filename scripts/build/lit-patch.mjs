// The only patch of a dependency, for the script for web pages. Lit creates its own Trusted Types
// policy while it loads, and throws if the page does not allow the name. The patch makes it use
// ours. Lit also reads and writes globals, and throws if an element of the page has such an id. The
// patch removes that. The build fails if Lit no longer has the patched code.
const globals = [
  [/\w+\.\w+PolyfillSupport\b/g, '(void 0)'],
  [/\(\w+\.\w+Versions\?\?=\[\]\)\.push\([^)]*\)/g, '0'],
];
const patches = {
  'lit-html/lit-html.js': [
    ...globals,
    [/(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:(\w+)=>\2\}\):void 0/g, 'gpbPolicy'],
  ],
  'lit-element/lit-element.js': [...globals, [/\w+\.litElementHydrateSupport\b/g, '(void 0)']],
  '@lit/reactive-element/reactive-element.js': [
    ...globals,
    [/\w+\.litPropertyMetadata\?\?=new WeakMap/g, '0'],
    [/\blitPropertyMetadata\.get\(\w+\)/g, 'void 0'],
  ],
};

/** @param {string} policyModule the module that exports `policy` @returns {import('vite').Plugin} */
export const litPatch = (policyModule) => ({
  name: 'lit-patch',
  applyToEnvironment: ({name}) => name === 'embed',
  transform: {
    filter: {
      id: /\/node_modules\/(?:lit-html\/lit-html|lit-element\/lit-element|@lit\/reactive-element\/reactive-element)\.js$/,
    },
    handler(code, id) {
      const name = id.split('/node_modules/').at(-1);
      let patched = `import {policy as gpbPolicy} from ${JSON.stringify(policyModule)};\n${code}`;
      for (const [from, to] of patches[name]) {
        if (patched.search(from) < 0) this.error(`${name} no longer has ${from}: see scripts/build/lit-patch.mjs.`);
        patched = patched.replace(from, to);
      }
      return {code: patched, map: null};
    },
  },
});
