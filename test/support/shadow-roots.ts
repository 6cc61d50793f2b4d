/** The shadow root of an element and all roots within it. */
export function pageOf(element: Element): ShadowRoot[] {
  const root = element.shadowRoot;
  if (!root) return [];
  return [root, ...[...root.querySelectorAll('*')].flatMap(pageOf)];
}
