// Which HTML of a feed is shown. Tags and attributes that are not named here do not exist: no id, name, class, style, target, on….
const NOTHING: readonly string[] = [];
const CELL = ['colspan', 'rowspan'];

/** The elements that are made, each with the attributes that are its own; `lang` and `dir` may be on any. */
export const allowedAttributes = new Map<unknown, readonly string[]>([
  ...(
    'p br hr h1 h2 h3 h4 h5 h6 ul li dl dt dd blockquote q cite strong b em i u s small sub sup mark code pre ' +
    'figure figcaption table caption thead tbody tfoot tr span div'
  )
    .split(' ')
    .map((tag) => [tag, NOTHING] as const),
  ['a', ['href']],
  ['abbr', ['title']],
  ['img', ['alt', 'width', 'height', 'src']],
  ['ol', ['start']],
  ['td', CELL],
  ['th', ['scope', ...CELL]],
  ['time', ['datetime']],
]);

/**
 * What is another of them by its looks: without their own lines, the words of two sections would run together. No form, though:
 * names of its fields hide its own properties.
 */
export const tagAliases = new Map<unknown, string>(
  Object.entries({
    div: 'address article aside center details fieldset footer header hgroup legend main nav section summary',
    ul: 'dir menu',
    s: 'del strike',
    code: 'kbd samp tt var',
  }).flatMap(([tag, others]) => others.split(' ').map((other) => [other, tag] as const)),
);

/** What has no text for readers: dropped with all that is in it. Of anything else that is not shown, the text is. */
export const droppedTags = new Set<unknown>(
  (
    'script style template noscript iframe object embed svg math title textarea select datalist audio video canvas ' +
    'noembed noframes'
  ).split(' '),
);

/** What the value of an attribute may be; addresses have a check of their own. */
export const valueForms = new Map<string, RegExp>([
  ['colspan', /^[1-9]\d?$/],
  ['datetime', /^[\d TWZPYMDHS:.+-]{1,32}$/],
  ['dir', /^(?:ltr|rtl|auto)$/i],
  ['height', /^\d{1,4}$/],
  ['lang', /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,4}$/i],
  ['rowspan', /^[1-9]\d?$/],
  ['scope', /^(?:col|row)(?:group)?$/i],
  ['start', /^-?\d{1,6}$/],
  ['width', /^\d{1,4}$/],
]);
