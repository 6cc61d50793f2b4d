/** The element and its ancestors, across shadow roots. A script of the page may have given all objects a `host`. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
    if (node instanceof Element) yield node;
}
