/**
 * Names that must not be on `Object.prototype`, where every object inherits them. The bundler and
 * the browser read the first line from objects that describe something, Lit the second, and our own
 * code the third.
 */
export const deadlyNames: readonly string[] = [
  ...['get', 'set', 'value', 'writable', 'signal', 'then', 'return'],
  ...['strings', '_$litType$', '_$litDirective$', 'attribute', 'state', 'hasChanged'],
  ...['texts', 'rest'],
];
