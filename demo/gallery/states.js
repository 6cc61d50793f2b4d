// Every state that visitors can see: what the page sets, and what the visitor does then.

/** The elements of a widget that match, also those of its inner elements. */
function all(root, selector) {
  const found = [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? all(element.shadowRoot, selector) : [],
  );
  return [...root.querySelectorAll(selector), ...found];
}

/** Waits for an element of the widget. */
export async function find(widget, selector) {
  for (;;) {
    const [found] = all(widget.shadowRoot, selector);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

const click = (selector) => async (widget) => (await find(widget, selector)).click();

const fill = (selector, text) => async (widget) => {
  const field = await find(widget, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
};

/** Types a query, and waits until its results are there: the widget searches a moment after the last letter. */
const type = (text) => async (widget) => {
  const field = await find(widget, '#query');
  const searched = new Promise((resolve) => {
    widget.addEventListener('gpb-searched', ({detail}) => detail.query === text && resolve());
  });
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await searched;
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
      // As for a visitor, each step is drawn before the next.
      await new Promise(requestAnimationFrame);
    }
  };

const own = {src: 'gallery/practices.json'};

/**
 * @typedef {object} State
 * @property {string} name one word, for the address of the gallery
 * @property {string} title
 * @property {string} note what to look at
 * @property {string} [element] the widget by default
 * @property {Record<string, string>} [attributes] of the widget; `src` is the demo's 180 practices by default
 * @property {string} [fallback] the fallback content between the tags
 * @property {(widget: HTMLElement) => unknown} [act] what the visitor does
 * @property {string} [shows] a selector of what comes in the end; what has loaded, or that it failed to, by default
 */

/** @type {State[]} */
export const states = [
  {name: 'list', title: 'List', note: 'The defaults: twelve cards, three facets, the total.'},
  {
    name: 'heading',
    title: 'With a heading',
    note: 'The titles of the cards are one level below it.',
    attributes: {heading: 'What other cities do'},
  },
  {
    name: 'loading',
    title: 'Loading',
    note: 'After a moment, grey boxes mark the places of the cards.',
    attributes: {src: 'gallery/never.json'},
    shows: '.loading',
  },
  {
    name: 'progress',
    title: 'Loading, with progress',
    note: 'Shown if the server sends the length of the feed.',
    attributes: {src: 'gallery/slow.json'},
    shows: '.loading',
  },
  {
    name: 'fallback',
    title: 'Loading, with fallback content',
    note: 'The content between the tags stays until the practices load.',
    attributes: {src: 'gallery/never.json'},
    fallback: 'The good practices are listed on <a href="plain.html">a page of their own</a>.',
    shows: '.loading',
  },
  {
    name: 'searched',
    title: 'Searched',
    note: 'Matches are marked, and each summary is cut around them.',
    act: type('music school'),
  },
  {
    name: 'misspelt',
    title: 'Misspelt',
    note: 'The search corrects the query and says so.',
    act: type('intercultrual'),
  },
  {
    name: 'partial',
    title: 'Not all of the words',
    note: 'No practice has all of them. The widget shows the nearest ones and says so.',
    act: type('school zebra'),
  },
  {name: 'one', title: 'One result', note: 'A single card.', act: type('manchester employment')},
  {name: 'nothing', title: 'Nothing found', note: 'No practice has this word.', act: type('zebra')},
  {
    name: 'ways-out',
    title: 'Nothing found, with suggestions',
    note: 'Visitors can drop the query or a filter, and read how many practices they would find.',
    act: inTurn(refine(['country', 'CY'], ['topic', 'education']), type('manchester')),
  },
  {
    name: 'refined',
    title: 'Filtered',
    note: 'Each filter is a chip that removes it.',
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
    title: 'Range of years',
    note: 'One bar per year, two thumbs, two fields.',
    attributes: {facets: 'year-range topic'},
    act: refine(['year', {from: 2012, to: 2018}]),
  },
  {
    name: 'own-facets',
    title: 'Filters of the feed’s own',
    note: 'A list, a range of numbers and a range of years that the feed describes.',
    attributes: {src: 'own-facets.json', facets: 'target cost award'},
    act: refine(['target', 'Newcomers'], ['cost', {from: 20000, to: 400000}]),
  },
  {
    name: 'own-facets-open',
    title: 'Values of the feed’s own filters',
    note: 'An open card names them. Texts are buttons that filter, like topics.',
    attributes: {src: 'own-facets.json', facets: 'target cost award'},
    act: inTurn(refine(['target', 'Older people']), open('repair-cafe')),
  },
  {
    name: 'cities',
    title: 'Cities under their countries',
    note: 'Shown if both are facets.',
    attributes: {facets: 'country city'},
  },
  {
    name: 'open',
    title: 'A practice in full',
    note: 'It takes a whole row, and ends with links and similar practices.',
    attributes: own,
    act: open('bridge'),
  },
  {
    name: 'images',
    title: 'Images',
    note: 'The layout does not move while they load. An image that fails to load leaves no gap.',
    attributes: own,
  },
  {
    name: 'languages',
    title: 'Several languages, long words',
    note: 'Each text in its own language and direction.',
    attributes: {...own, facets: 'country topic'},
  },
  {
    name: 'my-list',
    title: 'My list',
    note: 'The practices that the visitor has put on it.',
    act: inTurn(click('.list-toggle'), click('.list-toggle[aria-pressed=false]'), click('.list-counter')),
  },
  {
    name: 'described-list',
    title: 'My list with a title and a note',
    note: 'They go into the e-mail and onto paper, not into the address.',
    act: inTurn(
      click('.list-toggle'),
      click('.list-counter'),
      fill('.texts input', 'An idea for our mayor'),
      fill('.texts textarea', 'This city is about our size.'),
    ),
  },
  {
    name: 'collections',
    title: 'Collections',
    note: 'Entrances above the list, until the visitor searches or filters.',
    attributes: {src: 'collections.json'},
  },
  {
    name: 'collection',
    title: 'A collection',
    note: 'Its practices in its own order, below its title, and a chip that leads back.',
    attributes: {src: 'collections.json'},
    act: click('.entrance'),
  },
  {
    name: 'statistics',
    title: 'Statistics',
    note: 'Numbers first, then shade. Each number leads to its practices.',
    attributes: {views: 'statistics cards'},
    act: (widget) => find(widget, '.matrix'),
  },
  {
    name: 'statistics-refined',
    title: 'Statistics of filtered practices',
    note: 'Only the selected topics are rows, and only the selected places are columns. The table of years is open.',
    attributes: {views: 'statistics cards', facets: 'topic country city year'},
    act: inTurn(
      refine(['topic', 'education'], ['topic', 'culture'], ['city', 'Barcelona'], ['country', 'GB']),
      click('.section summary'),
    ),
  },
  {
    name: 'map',
    title: 'A map of countries',
    note: 'A square for each country, with the number of its practices. A selected country lists its cities.',
    attributes: {views: 'cards map'},
    act: inTurn(click('#tab-map'), refine(['country', 'ES'], ['country', 'CA'], ['city', 'Barcelona'])),
  },
  {
    name: 'which-cities',
    title: 'A question for cities',
    note: 'The cities of the practices that are found, with their numbers, and one that is selected.',
    act: inTurn(type('which cities work on schools'), click('[part=offered-city]')),
  },
  {
    name: 'city-links',
    title: 'Cities with pages of their own',
    note: 'The name of a city is a link. In an open card, a button beside it filters.',
    attributes: {...own, 'city-href': 'city.html?city={city}'},
    act: open('bridge'),
  },
  {
    name: 'city',
    title: 'The page of a city',
    note: 'Topics, years, the newest practices, and cities like this one.',
    element: 'gpb-city',
    attributes: {city: 'Bergen', 'city-href': 'city.html?city={city}'},
  },
  {
    name: 'unknown-city',
    title: 'The page of an unknown city',
    note: 'What may have been meant, and all cities.',
    element: 'gpb-city',
    attributes: {...own, city: 'Willowmer', 'city-href': 'city.html?city={city}'},
  },
  {name: 'download', title: 'Download', note: 'The results as a table or as data.', act: click('[part=download]')},
  {
    name: 'follow',
    title: 'Feed to follow',
    note: 'The feed of practices declares one for exactly these filters.',
    attributes: own,
    act: refine(['topic', 'education'], ['country', 'GB']),
  },
  {
    name: 'last',
    title: 'The last page',
    note: 'There are no more practices to show.',
    attributes: {...own, 'hits-per-page': '3'},
    act: click('.more'),
  },
  {
    name: 'cut',
    title: 'A feed over the limit',
    note: 'The widget reads the first practices only, and says so.',
    attributes: {'max-practices': '20'},
  },
  {
    name: 'bare',
    title: 'A bare list',
    note: 'A feed of practices only, without labels for its topics.',
    attributes: {src: 'bare.json'},
  },
  {
    name: 'scope',
    title: 'Only some practices',
    note: 'The page limits the list to education in Spain.',
    attributes: {scope: 'country:ES topic:education'},
  },
  {
    name: 'empty',
    title: 'An empty feed',
    note: 'The feed loads, but has no practices.',
    attributes: {src: 'gallery/empty.json'},
  },
  {name: 'busy', title: 'The server is busy', note: 'Visitors can try again.', attributes: {src: 'gallery/busy.json'}},
  {
    name: 'missing',
    title: 'No such feed',
    note: 'The fallback content between the tags is shown.',
    attributes: {src: 'gallery/missing.json'},
    fallback: 'The good practices are listed on <a href="plain.html">a page of their own</a>.',
  },
  {
    name: 'not-a-feed',
    title: 'Not a feed',
    note: 'For example a login page.',
    attributes: {src: 'gallery/login.json'},
  },
  {
    name: 'no-connection',
    title: 'No connection',
    note: 'The widget tries again when the connection is back.',
    attributes: {src: 'gallery/no-connection.json'},
  },
];
