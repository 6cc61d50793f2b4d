// What a feed with filters of its own and collections costs a visitor who types, beside the same feed without.
import {createRandom, pick} from '../random.mjs';
import {median, quantile} from '../statistics.mjs';
import {typeTexts} from '../typing.mjs';
import {inRounds, pickWidgets, serveWidgets, withWidget} from '../widgets.mjs';

const [ours] = pickWidgets('ours');

const GROUPS = ['Families', 'Young people', 'Older people', 'Newcomers', 'Women', 'Pupils', 'Artists', 'Companies'];
const COLLECTIONS = 6;
const PER_COLLECTION = 20;

/** The same feed, with a list, numbers and years of its own in each practice, and with collections. */
function declareMore(feed, seed) {
  const random = createRandom(seed);
  const practices = feed.practices.map((practice) => ({
    ...practice,
    target: [...new Set([pick(random, GROUPS), pick(random, GROUPS)])],
    cost: Math.round(1000 * 250 ** random()),
    award: random() < 0.3 ? 2010 + Math.floor(random() * 16) : undefined,
  }));
  const collections = Array.from({length: COLLECTIONS}, (_, i) => ({
    id: `collection-${i}`,
    title: `Collection ${i}`,
    practices: Array.from({length: PER_COLLECTION}, () => pick(random, practices).id),
  }));
  const facets = [
    {name: 'target', type: 'list'},
    {name: 'cost', type: 'number'},
    {name: 'award', type: 'year'},
  ];
  return {...feed, facets, collections, practices};
}

const pages = [
  {...ours, name: 'ours-without', title: 'without'},
  {...ours, name: 'ours-declared', title: 'declared, and not shown', changeFeed: declareMore},
  {
    ...ours,
    name: 'ours-shown',
    title: 'declared, and three more filters shown',
    attributes: 'facets="topic country year target cost award"',
    changeFeed: declareMore,
  },
];

/** One text of each of these classes is typed. */
const CLASSES = ['exact', 'prefix', 'typo', 'two words'];
/** CPU of the thread itself: other programs run beside the measurement. */
const OWN_CPU = {timeDomain: 'threadTicks'};

/** Milliseconds of the main thread for a key, without those of a key that does nothing, and until its answer is on screen. */
function costsOf({keys, idle}) {
  const nothing = median(idle.map(({taskMs}) => taskMs));
  const [tasks, paints] = [keys.map(({taskMs}) => Math.max(0, taskMs - nothing)), keys.map(({paintMs}) => paintMs)];
  return {
    cpuP50: median(tasks),
    cpuP95: quantile(tasks, 0.95),
    paintP50: median(paints),
    paintP95: quantile(paints, 0.95),
  };
}

const summarize = (rounds) =>
  Object.fromEntries(Object.keys(rounds[0]).map((name) => [name, median(rounds.map((round) => round[name]))]));

export async function* measureOwnFacets({sizes = [10_000], rounds: times = 5, ...context}) {
  const {feeds, seed, server} = context;
  await serveWidgets(server, feeds, new Set(sizes), pages, seed);
  const measured = [];
  for (const size of sizes) {
    const {queries} = await feeds.inputs(size);
    const texts = CLASSES.map((name) => queries.find((query) => query.class === name).text);
    const options = {rounds: times, budget: Infinity, label: `own facets ${size}`};
    const rounds = await inRounds(pages, options, (widget) =>
      withWidget(context, widget, size, async (page) => costsOf(await typeTexts(page, texts, OWN_CPU))),
    );
    measured.push({
      size,
      rounds: times,
      pages: pages.map(({name, title}) => ({name, title, ...summarize(rounds.get(name))})),
    });
    yield measured;
  }
}
