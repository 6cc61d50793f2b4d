/**
 * What must hold of DOM made from HTML of a feed, by any code. It is written apart from the sanitizer, with lists of its own: both would
 * have to be wrong. In one piece, since it is sent into pages too.
 * @param {ParentNode & Node} root
 * @returns {string[]} what is in the tree and must not be; empty where all is well
 */
export function findForbidden(root) {
  const perTag = {
    a: 'href rel',
    abbr: 'title',
    img: 'src alt width height loading decoding referrerpolicy',
    ol: 'start',
    th: 'scope colspan rowspan',
    td: 'colspan rowspan',
    time: 'datetime',
  };
  const tags =
    'p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote q cite strong b em i u s small sub sup mark code pre abbr a img ' +
    'figure figcaption table caption thead tbody tfoot tr th td time span div';
  const found = [];
  const iterator = document.createNodeIterator(root);
  for (let node = iterator.nextNode(); node; node = iterator.nextNode()) {
    if (node === root || node.nodeType === 3) continue;
    if (!(node instanceof HTMLElement)) {
      found.push(`a node of type ${node.nodeType}: ${node.nodeName}`);
      continue;
    }
    const tag = node.localName;
    if (!tags.split(' ').includes(tag)) found.push(`<${tag}>`);
    for (const {name, value} of node.attributes)
      if (!['lang', 'dir', ...(perTag[tag] ?? '').split(' ')].includes(name)) found.push(`<${tag} ${name}="${value}">`);
    if (tag === 'a' && !['http:', 'https:', 'mailto:', 'tel:'].includes(node.protocol)) found.push(`to ${node.href}`);
    if (tag === 'img' && !['http:', 'https:'].includes(new URL(node.src, 'x:/').protocol))
      found.push(`img ${node.src}`);
    let depth = 0;
    for (let above = node.parentNode; above && above !== root; above = above.parentNode) depth++;
    if (depth >= 64) found.push(`<${tag}> ${depth} deep`);
  }
  return found;
}
