// Every state that a visitor may come to see: what the page sets, and what the visitor then does.

/** The elements of a widget that match, also those of its inner elements. */
function all(root, selector) {
  const found = [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? all(element.shadowRoot, selector) : [],
  );
  return [...root.querySelectorAll(selector), ...found];
}

async function find(widget, selector) {
  for (;;) {
    const [found] = all(widget.shadowRoot, selector);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

const click = (selector) => async (widget) => (await find(widget, selector)).click();

const type = (text) => async (widget) => {
  const field = await find(widget, '#query');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
};

const refine =
  (...pairs) =>
  (widget) =>
    pairs.forEach(([attribute, value]) => widget.refine(attribute, value));

const open = (id) => (widget) => widget.open(id);

const inTurn =
  (...steps) =>
  async (widget) => {
    for (const step of steps) {
      await step(widget);
      // A visitor sees each step before the next.
      await new Promise(requestAnimationFrame);
    }
  };

const own = {src: 'gallery/practices.json'};

/**
 * @typedef {object} State
 * @property {string} name of one word: the address of the gallery has it
 * @property {string} title
 * @property {string} note what there is to see
 * @property {Record<string, string>} [attributes] of the widget; on the demo's 180 practices where there is no `src`
 * @property {string} [fallback] what stands between the tags
 * @property {(widget: HTMLElement) => unknown} [act] what the visitor does
 */

/** @type {State[]} */
export const states = [
  {name: 'list', title: 'List', note: 'As it comes: twelve cards, three facets, the total.'},
  {
    name: 'heading',
    title: 'With a heading',
    note: 'The cards stand one level below it.',
    attributes: {heading: 'What other cities do'},
  },
  {
    name: 'loading',
    title: 'Loading',
    note: 'Boxes where cards will be, after a moment.',
    attributes: {src: 'gallery/never.json'},
  },
  {
    name: 'progress',
    title: 'Loading, so far',
    note: 'Where the server says how long the feed is.',
    attributes: {src: 'gallery/slow.json'},
  },
  {
    name: 'fallback',
    title: 'Loading, with something between the tags',
    note: 'What stands between the tags stays until the practices are here.',
    attributes: {src: 'gallery/never.json'},
    fallback: 'The good practices are listed on <a href="plain.html">a page of their own</a>.',
  },
  {
    name: 'searched',
    title: 'Searched',
    note: 'What matched is marked; the snippet is cut around it.',
    act: type('music school'),
  },
  {
    name: 'misspelt',
    title: 'Misspelt',
    note: 'Found all the same, with what was probably meant.',
    act: type('intercultrual'),
  },
  {
    name: 'partial',
    title: 'Not all of the words',
    note: 'No practice has all of them; the nearest are shown, and that is said.',
    act: type('school zebra'),
  },
  {name: 'one', title: 'One result', note: 'A single card.', act: type('manchester employment')},
  {name: 'nothing', title: 'Nothing found', note: 'For a word that no practice has.', act: type('zebra')},
  {
    name: 'ways-out',
    title: 'Nothing found, and the ways out',
    note: 'Each thing that stands in the way can be given up, and how many practices that finds is said.',
    act: inTurn(refine(['country', 'CY'], ['topic', 'education']), type('manchester')),
  },
  {
    name: 'refined',
    title: 'Filtered',
    note: 'Each chosen value is a chip that can be dropped.',
    act: refine(['topic', 'education'], ['topic', 'culture'], ['country', 'ES']),
  },
  {
    name: 'facets',
    title: 'All values of a facet',
    note: 'More values, and a field to find one.',
    attributes: {facets: 'country topic'},
    act: click('details .link'),
  },
  {
    name: 'year-range',
    title: 'Years as a picture',
    note: 'A bar a year, two thumbs, two fields.',
    attributes: {facets: 'year-range topic'},
    act: refine(['year', {from: 2012, to: 2018}]),
  },
  {
    name: 'cities',
    title: 'Cities under their countries',
    note: 'Where both are facets.',
    attributes: {facets: 'country city'},
  },
  {
    name: 'open',
    title: 'A practice in full',
    note: 'It takes a row of its own, with links and practices like it at its end.',
    attributes: own,
    act: open('bridge'),
  },
  {name: 'images', title: 'Images', note: 'Room is kept for them; what cannot be had leaves no hole.', attributes: own},
  {
    name: 'languages',
    title: 'Several languages, long words',
    note: 'Each text in its own language and direction.',
    attributes: {...own, facets: 'country topic'},
  },
  {
    name: 'my-list',
    title: 'My list',
    note: 'What the visitor has put aside.',
    act: inTurn(
      click('.list-toggle'),
      click('.list-toggle[aria-pressed=false]'),
      click('details:has(.remove) > summary'),
    ),
  },
  {name: 'download', title: 'Download', note: 'What was found, as a table or as data.', act: click('[part=download]')},
  {
    name: 'last',
    title: 'The last page',
    note: 'Nothing more to show.',
    attributes: {...own, 'hits-per-page': '3'},
    act: click('.more'),
  },
  {
    name: 'cut',
    title: 'A feed that was cut',
    note: 'Only the first practices were read, and that is said.',
    attributes: {'max-practices': '20'},
  },
  {
    name: 'bare',
    title: 'A bare list',
    note: 'Nothing but practices, without titles of topics.',
    attributes: {src: 'bare.json'},
  },
  {
    name: 'scope',
    title: 'Only some practices',
    note: 'The page has chosen: education in Spain.',
    attributes: {scope: 'country:ES topic:education'},
  },
  {name: 'empty', title: 'An empty feed', note: 'There is nothing yet.', attributes: {src: 'gallery/empty.json'}},
  {name: 'busy', title: 'The server is busy', note: 'May be tried again.', attributes: {src: 'gallery/busy.json'}},
  {
    name: 'missing',
    title: 'No such feed',
    note: 'With what stands between the tags.',
    attributes: {src: 'gallery/missing.json'},
    fallback: 'The good practices are listed on <a href="plain.html">a page of their own</a>.',
  },
  {
    name: 'not-a-feed',
    title: 'Not a feed',
    note: 'A page to log in, for instance.',
    attributes: {src: 'gallery/login.json'},
  },
  {
    name: 'no-connection',
    title: 'No connection',
    note: 'Tried again by itself once there is one.',
    attributes: {src: 'gallery/no-connection.json'},
  },
];
