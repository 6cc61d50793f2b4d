// What a screen reader would say, told from Chromium's accessibility tree: no real one runs here. The virtual screen reader of @guidepup (0.33)
// does not look into nested shadow roots.

/** Roles that are read by their name; what else has text is read by its text. */
const NAMED = new Set([
  'article',
  'button',
  'checkbox',
  'combobox',
  'heading',
  'image',
  'link',
  'list',
  'region',
  'search',
  'searchbox',
  'group',
  'slider',
  'spinbutton',
  'DisclosureTriangle',
]);
/** Read whole by their name. */
const LEAVES = new Set([
  'button',
  'checkbox',
  'combobox',
  'heading',
  'image',
  'link',
  'searchbox',
  'DisclosureTriangle',
]);

const clean = (text) => text.replaceAll(/[\s\u2066-\u2069]+/g, ' ').trim();

/** `button, Read more: …, collapsed` */
function phraseOf({role, name, properties = [], description}, items = 0) {
  const states = Object.fromEntries(properties.map(({name: key, value}) => [key, value.value]));
  return [
    role.value === 'DisclosureTriangle' ? 'disclosure' : role.value,
    role.value === 'heading' && `level ${states.level}`,
    clean(name?.value ?? ''),
    clean(description?.value ?? ''),
    items && `${items} items`,
    'expanded' in states && (states.expanded ? 'expanded' : 'collapsed'),
    'checked' in states && (states.checked === 'true' ? 'checked' : 'not checked'),
    'pressed' in states && (states.pressed === 'true' ? 'pressed' : 'not pressed'),
    states.disabled && 'unavailable',
  ]
    .filter(Boolean)
    .join(', ');
}

/** A page with ears. */
export async function listenTo(page) {
  const session = await page.context().newCDPSession(page);

  async function readNodes() {
    const {nodes} = await session.send('Accessibility.getFullAXTree');
    return new Map(nodes.map((node) => [node.nodeId, node]));
  }

  const region = page.locator('body > :is([role=status], [role=alert])').filter({hasText: /./});
  /** It was heard; the next may be the same. */
  const forget = () => region.evaluate((element) => (element.textContent = ''));

  return {
    /** The phrases from the beginning of the widget to its end. */
    async readAll() {
      const nodes = await readNodes();
      const childrenOf = ({childIds = []}) => childIds.flatMap((id) => nodes.get(id) ?? []);
      const countItems = (node) =>
        childrenOf(node).reduce((sum, child) => {
          const role = child.ignored ? 'none' : child.role?.value;
          return sum + (role === 'listitem' ? 1 : role === 'list' ? 0 : countItems(child));
        }, 0);
      const isWidget = ({role, parentId}) => ['search', 'region'].includes(role?.value) && parentId;
      const phrases = [];
      const read = (node) => {
        const role = node.role?.value;
        const isSaid = !node.ignored && (role === 'StaticText' ? clean(node.name.value) : NAMED.has(role));
        if (isSaid)
          phrases.push(
            role === 'StaticText' ? clean(node.name.value) : phraseOf(node, role === 'list' ? countItems(node) : 0),
          );
        // a label is said with what it is the label of
        if (!node.ignored && (LEAVES.has(role) || role === 'LabelText')) return;
        childrenOf(node).forEach(read);
      };
      for (const node of nodes.values()) if (isWidget(node)) read(node);
      return phrases;
    },

    /** What has the focus. */
    async focus() {
      const nodes = await readNodes();
      const focused = [...nodes.values()].filter(({properties}) =>
        properties?.some(({name, value}) => name === 'focused' && value.value),
      );
      return focused.length ? phraseOf(focused.at(-1)) : 'nothing';
    },

    /** What the page's regions say next, once the visitor pauses. */
    async announcement() {
      await region.waitFor({state: 'attached'});
      const text = clean(await region.textContent());
      await forget();
      return text;
    },

    /** On a slow machine it is said that the practices are loading, and then how many there are. */
    async arrival() {
      if (!(await region.count())) return;
      const isLoading = (await region.textContent()).endsWith('…');
      await forget();
      if (!isLoading) return;
      await region.waitFor({state: 'attached'});
      await forget();
    },
  };
}
