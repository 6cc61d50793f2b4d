// How the embed files get small before Vite minifies them: white space in templates, which Lit would keep, and a compressor that takes
// more time than Vite's.
import MagicString from 'magic-string';
import {minify} from 'terser';

const isEmbed = ({name}) => name.startsWith('embed');

/** The static parts of `html` and `svg` templates in a syntax tree. */
function* templateParts(node, isTemplate = false) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'TemplateElement' && isTemplate) yield node;
  const isMarkup = node.type === 'TaggedTemplateExpression' && /^(?:html|svg)$/.test(node.tag.name);
  for (const [key, child] of Object.entries(node)) {
    // the expressions of a template are not its parts, but may hold templates themselves
    const isPart = (isMarkup && key === 'quasi') || (isTemplate && key === 'quasis');
    for (const each of [child].flat()) yield* templateParts(each, isPart);
  }
}

/**
 * A line break in a template, and the indentation around it, become one space, or nothing before the end of a tag: the same to HTML.
 * @returns {import('vite').Plugin}
 */
export function collapseTemplates() {
  return {
    name: 'gpb-collapse-templates',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: isEmbed,
    transform: {
      filter: {id: /\/src\/elements\/.+\.ts$/},
      handler(code) {
        const result = new MagicString(code);
        for (const {start, end} of templateParts(this.parse(code))) {
          const text = code.slice(start, end);
          if (text.includes('\n'))
            result.overwrite(
              start,
              end,
              text.replace(/\s*\n\s*(>?)/g, (_, end) => end || ' '),
            );
        }
        return {code: result.toString(), map: result.generateMap({hires: true})};
      },
    },
  };
}

/** @returns {import('vite').Plugin} */
export function compressEmbed() {
  return {
    name: 'gpb-compress-embed',
    apply: 'build',
    applyToEnvironment: isEmbed,
    async renderChunk(code, _chunk, {format}) {
      const {code: small, map} = await minify(code, {
        ecma: 2022,
        module: format === 'es',
        // only the simplest functions go inline: to gzip, calls that look alike are less than what they stand for
        compress: {passes: 3, ecma: 2022, inline: 1, keep_fargs: false},
        // names are left to Vite's own minifier, which gives shorter ones
        mangle: false,

        sourceMap: true,
      });
      return {code: small, map: JSON.parse(map)};
    },
  };
}
