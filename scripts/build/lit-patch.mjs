// The one patch of a dependency, in the script for web pages only. Lit makes a Trusted Types policy of its own while it loads, and throws
// if the page does not allow the name: here it uses ours. Lit reads and writes globals, and throws if an element of the page has such an
// id: here it does not. The build fails if Lit no longer has what is replaced.
const patches = {
  'lit-html/lit-html.js': [
    [/(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:(\w+)=>\2\}\):void 0/, 'gpbPolicy'],
    [/\w+\.litHtmlPolyfillSupport/, '(void 0)'],
    [/\((\w+)\.litHtmlVersions\?\?=\[\]\)\.push\([^)]*\)/, '0'],
  ],
  'lit-element/lit-element.js': [
    [/\w+\.litElementHydrateSupport/, '(void 0)'],
    [/\w+\.litElementPolyfillSupport/, '(void 0)'],
    [/\((\w+)\.litElementVersions\?\?=\[\]\)\.push\([^)]*\)/, '0'],
  ],
  '@lit/reactive-element/reactive-element.js': [
    [/\w+\.reactiveElementPolyfillSupport/, '(void 0)'],
    [/\w+\.litPropertyMetadata\?\?=new WeakMap/, '0'],
    [/\blitPropertyMetadata\.get\(\w+\)/, 'void 0'],
    [/\((\w+)\.reactiveElementVersions\?\?=\[\]\)\.push\([^)]*\)/, '0'],
  ],
};

/**
 * @param {string} policyModule the module that exports `policy`
 * @returns {import('vite').Plugin}
 */
export const litPatch = (policyModule) => ({
  name: 'lit-patch',
  applyToEnvironment: ({name}) => name === 'embed',
  transform: {
    filter: {
      id: /\/node_modules\/(?:lit-html\/lit-html|lit-element\/lit-element|@lit\/reactive-element\/reactive-element)\.js$/,
    },
    handler(code, id) {
      const name = id.split('/node_modules/').at(-1);
      let patched = code;
      for (const [from, to] of patches[name]) {
        if (!from.test(patched)) this.error(`${name} no longer has ${from}: see scripts/build/lit-patch.mjs.`);
        patched = patched.replace(from, to);
      }
      if (patched.includes('gpbPolicy'))
        patched = `import {policy as gpbPolicy} from ${JSON.stringify(policyModule)};\n${patched}`;
      return {code: patched, map: null};
    },
  },
});
