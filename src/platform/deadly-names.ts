/** Read by the browser and the bundler, from objects that describe something. */
const ofPlatform = ['get', 'set', 'value', 'writable', 'signal', 'then', 'return'];
const ofLit = ['strings', '_$litType$', '_$litDirective$', 'attribute', 'state', 'hasChanged'];
const ofFeeds = ['texts', 'rest'];

/**
 * Names that must not be on `Object.prototype`, where every object inherits them: code reads them
 * from objects that do not set them, and the widget would be half there.
 */
export const deadlyNames: readonly string[] = [...ofPlatform, ...ofLit, ...ofFeeds];
