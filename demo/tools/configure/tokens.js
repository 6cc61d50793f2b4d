// The colours and corners of the widget, as tokens of its style sheet.
import {contrast, isColour, isLight} from './contrast.js';

/** What corners there are. `''` is the default of the widget. */
const radii = ['', '0', '0.25em', '0.5em', '1.25em'];

const WHITE = '#ffffff';
const NIGHT = '#0b1220';

/** The text on a colour: light or dark, as is easier to read. */
const textOn = (colour) => (contrast(colour, WHITE) >= contrast(colour, NIGHT) ? WHITE : NIGHT);

const DEFAULT_ACCENT = '#1d4ed8';
const DEFAULT_DARK_ACCENT = '#8ab4ff';

/**
 * @typedef {object} Look `''` for what the widget chooses. Other values count only if they are right.
 * @property {string} accent @property {string} accentDark @property {string} background @property {string} color @property {string} radius
 */

/** Without what is not a colour, and without a background or text colour alone. Nothing else reaches a style sheet. */
function toSafeLook({accent = '', accentDark = '', background = '', color = '', radius = ''}) {
  const safe = (text) => (isColour(text) ? text.toLowerCase() : '');
  const isPair = isColour(background) && isColour(color);
  return {
    accent: safe(accent),
    accentDark: safe(accentDark),
    background: isPair ? safe(background) : '',
    color: isPair ? safe(color) : '',
    radius: radii.includes(radius) ? radius : '',
  };
}

/** The tokens of a look: name -> value. */
export function toTokens(look) {
  const {accent, accentDark, background, color, radius} = toSafeLook(look);
  const tokens = {};
  if (accentDark) {
    const light = accent || DEFAULT_ACCENT;
    tokens['--gpb-accent'] = `light-dark(${light}, ${accentDark})`;
    tokens['--gpb-on-accent'] = `light-dark(${textOn(light)}, ${textOn(accentDark)})`;
  } else if (accent) {
    tokens['--gpb-accent'] = accent;
    tokens['--gpb-on-accent'] = textOn(accent);
  }
  if (background) Object.assign(tokens, {'--gpb-background': background, '--gpb-color': color});
  if (radius) tokens['--gpb-radius'] = radius;
  return tokens;
}

/** The look that tokens describe, and the names of tokens that have no field here. */
export function fromTokens(tokens) {
  const look = {accent: '', accentDark: '', background: '', color: '', radius: ''};
  const unknown = [];
  const [, light, dark] = /^light-dark\(\s*([^,\s]+)\s*,\s*([^,\s]+)\s*\)$/.exec(tokens['--gpb-accent'] ?? '') ?? [];
  for (const [name, value] of Object.entries(tokens)) {
    if (name === '--gpb-accent' && isColour(value)) look.accent = value;
    else if (name === '--gpb-accent' && isColour(light) && isColour(dark))
      Object.assign(look, {accent: light, accentDark: dark});
    else if (name === '--gpb-background' && isColour(value)) look.background = value;
    else if (name === '--gpb-color' && isColour(value)) look.color = value;
    else if (name === '--gpb-radius' && radii.includes(value.replace(/^\./, '0.')))
      look.radius = value.replace(/^\./, '0.');
    // The text on the accent follows from the accent.
    else if (name !== '--gpb-on-accent') unknown.push(`${name}: ${value}`);
  }
  return {look, unknown};
}

/** What the widget has as background and text where the look does not say. */
const papers = {light: {background: '#ffffff', color: '#1a2130'}, dark: {background: '#0d1320', color: '#e8ebf2'}};

/** The ratio that WCAG 2 AA asks for texts. */
export const AA = 4.5;

/**
 * The pairs of colours that a visitor has to tell apart: what they are, the paper (`light` or `dark`), and their contrast.
 * @param {Look} look @param {string} theme `auto`, `light` or `dark`
 */
export function contrastsOf(look, theme) {
  const {accent, accentDark, background, color} = toSafeLook(look);
  const list = [];
  const shown = background ? ['light'] : ['light', 'dark'].filter((paper) => theme === 'auto' || theme === paper);
  for (const paper of shown) {
    const isDark = paper === 'dark' || theme === 'dark' || (background && theme === 'auto' && isLight(color));
    const behind = background || papers[paper].background;
    const usual = isDark ? DEFAULT_DARK_ACCENT : DEFAULT_ACCENT;
    const used = (isDark && accentDark) || accent || usual;
    const field = isDark && (accentDark || !background) ? 'accentDark' : 'accent';
    const where = background ? 'own' : paper;
    if (background)
      list.push({what: 'text', where, field: 'color', colour: color, behind, ratio: contrast(color, behind)});
    if (accent || accentDark || background) {
      list.push({what: 'links', where, field, colour: used, behind, ratio: contrast(used, behind)});
      list.push({
        what: 'buttons',
        where,
        field,
        colour: textOn(used),
        behind: used,
        ratio: contrast(textOn(used), used),
      });
    }
  }
  return list;
}
