// The attributes of the widget, as the element itself knows them: a new attribute needs no line here.

/** @param {typeof import('lit').LitElement} Element the class of `<good-practice-browser>` */
export function readAttributes(Element) {
  const element = new Element();
  const keys = new Map(
    [...Element.elementProperties]
      .map(([key, {attribute}]) => [typeof attribute === 'string' ? attribute : String(key).toLowerCase(), key])
      .filter(([name]) => Element.observedAttributes.includes(name)),
  );
  const defaults = new Map([...keys].map(([name, key]) => [name, String(element[key] ?? '')]));

  /** The parts of a value that the widget cannot use. */
  function wrongParts(name, text) {
    const rule = Element.elementProperties.get(keys.get(name))?.converter;
    if (!text.trim() || !rule?.findWrong) return [];
    return rule.findWrong(rule.fromAttribute ? rule.fromAttribute(text) : text, text).map(([part]) => part);
  }

  return {
    /** Attribute -> default, in the order of the documentation. */
    defaults,
    wrongParts,
  };
}
