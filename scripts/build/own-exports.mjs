// The bundler lists the exports of each inlined `import()` by `for … in`, which also lists what a
// script of the page has added to all objects, and throws unless that is a function. This lists own
// exports only. The build fails if the bundler no longer has this code.
const loop = /\bfor \((?:var|let|const) (\w+) in (\w+)\)(?=\s*(?:\{\s*)?__defProp)/g;

/** @returns {import('vite').Plugin} */
export const ownExports = () => ({
  name: 'own-exports',
  applyToEnvironment: ({name}) => name === 'embed',
  renderChunk(code) {
    if (code.search(loop) < 0)
      this.error('The bundler lists exports in another way: see scripts/build/own-exports.mjs.');
    return {code: code.replace(loop, 'for (var $1 of Object.keys($2))'), map: null};
  },
});
