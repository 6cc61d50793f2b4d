/** For the tests of a suite: as in a browser that has no sanitizer of its own. */
export function withoutSetHtml(): void {
  const proto = Element.prototype as unknown as Record<string, unknown>;
  const {setHTML} = proto;
  before(() => void Reflect.deleteProperty(proto, 'setHTML'));
  after(() => {
    if (setHTML) proto['setHTML'] = setHTML;
  });
}
