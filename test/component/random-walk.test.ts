import {expect} from '@open-wc/testing';
import {seed} from '../support/fast-check.mjs';
import {effort} from '../support/iterations.js';
import {createResource} from '../support/mutable-resource.js';
import {arriveAsVisitor, html, text, visit, type Visitor} from '../support/component-harness.js';

/** Firefox and Safari let nobody write into the history more than a hundred or two hundred times in ten seconds. */
const STEPS = navigator.userAgent.includes('Chrome') ? effort(150, 2000) : 40;
const HITS_PER_PAGE = 5;
/** Of the history, Chromium keeps fifty entries. */
const DEEP = 40;

const words = ['orchard', 'kitchen', 'lantern', 'mosaic', 'saxophone', 'bicycle'];
const names = {
  topic: new Map(['youth', 'housing', 'sport', 'culture', 'health'].map((id) => [id, id])),
  country: new Map([
    ['ES', 'Spain'],
    ['GB', 'United Kingdom'],
    ['FR', 'France'],
    ['MT', 'Malta'],
  ]),
  year: new Map([
    ['2019', '2019'],
    ['2020', '2020'],
    ['2021', '2021'],
    ['ongoing', 'Ongoing'],
    ['none', 'No date given'],
  ]),
  target: new Map(['Families', 'Young people', '__proto__', '1..5'].map((value) => [value, value])),
  constructor: new Map(['Ann', 'Bo; Cy'].map((value) => [value, value])),
};
type Attribute = 'topic' | 'country' | 'year' | 'target' | 'constructor';
const attributes = Object.keys(names) as Attribute[];
const headings = {topic: 'Topic', country: 'Country', year: 'Year', target: 'Target', constructor: 'Constructor'};
const periods: [text: string, years: string[]][] = [
  ['2019', ['2019']],
  ['2019-2021', ['2019', '2020', '2021']],
  ['2021', ['2021']],
  ['ongoing', ['ongoing']],
  ['', ['none']],
];

/** The same numbers for the same seed, 0 to `below`. A linear congruential generator is random enough to lose one's way. */
function createRandom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Known {
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly values: Readonly<Record<Attribute, readonly string[]>>;
}

interface Asked {
  query: string;
  chosen: Record<Attribute, string[]>;
  sort: string;
  page: number;
  open: string[];
  collection: string;
  view: 'cards' | 'map' | 'statistics';
}

describe('<good-practice-browser> on a random walk', () => {
  arriveAsVisitor();

  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;

  const numbers = Array.from({length: 60}, (_, i) => i);
  for (let i = numbers.length - 1; i > 0; i--) {
    const other = random(i + 1);
    [numbers[i], numbers[other]] = [numbers[other]!, numbers[i]!];
  }
  const records = numbers.map((number) => {
    const own = [...new Set([pick(words), pick(words)])];
    const topics = [...new Set([pick([...names.topic.keys()]), pick([...names.topic.keys()])])];
    const country = pick([...names.country.keys()]);
    const [period, years] = pick(periods);
    const target = [...new Set([pick([...names.target.keys()]), pick([...names.target.keys()])])];
    const builder = random(2) ? [pick([...names.constructor.keys()])] : [];
    const title = `No ${String(number).padStart(2, '0')}`;
    const known: Known = {
      id: `p${number}`,
      title,
      words: own,
      values: {topic: topics, country: [country], year: years, target, constructor: builder},
    };
    const sections = [{text: 'Whatever.'}];
    return {
      known,
      record: {
        id: known.id,
        title,
        summary: own.join(' and '),
        topics,
        country,
        period,
        sections,
        target,
        constructor: builder,
      },
    };
  });
  const all = records.map(({known}) => known);
  /** Each in an order of its own. */
  const collections = ['first', 'second'].map((id) => {
    const members = all.filter(() => random(3) === 0).sort((a, b) => (a.title < b.title ? 1 : -1));
    return {id, title: `Collection ${id}`, practices: members.map((known) => known.id)};
  });
  const titleOf = (id: string) => `Collection ${id}`;

  /** What a state finds, by looking at each practice. */
  const isFound = ({query}: Asked, {words: own}: Known) => !query || own.includes(query);
  const meets = ({chosen}: Asked, {values}: Known, attribute: Attribute) =>
    !chosen[attribute].length || chosen[attribute].some((value) => values[attribute].includes(value));
  const membersOf = (asked: Asked) => collections.find(({id}) => id === asked.collection)?.practices;
  const found = (asked: Asked, without?: Attribute | 'query' | 'collection') =>
    all.filter(
      (known) =>
        (without === 'collection' || (membersOf(asked)?.includes(known.id) ?? true)) &&
        (without === 'query' || isFound(asked, known)) &&
        attributes.every((attribute) => attribute === without || meets(asked, known, attribute)),
    );

  const initial: Asked = {
    query: '',
    chosen: {topic: [], country: [], year: [], target: [], constructor: []},
    sort: '',
    page: 1,
    open: [],
    collection: '',
    view: 'cards',
  };

  // Requirement: A-15, S-32
  it(`shows, counts and writes what the model does in ${STEPS} steps, and never loses the focus (seed ${seed})`, async () => {
    const {address} = await createResource({body: {collections, practices: records.map(({record}) => record)}});
    const visitor = await visit(
      html`<good-practice-browser
        hits-per-page=${HITS_PER_PAGE}
        facets="topic country year target:list constructor:text"
        src=${address}
        views="cards map statistics"
      ></good-practice-browser>`,
    );
    visitor.element.focus();
    const trail = [structuredClone(initial)];
    let at = 0;
    const now = () => trail[at]!;
    const push = (change: Partial<Asked>) => {
      trail.splice(at + 1, Infinity, structuredClone({...now(), page: 1, ...change}));
      at++;
    };
    const replace = (change: Partial<Asked>) => void (trail[at] = structuredClone({...now(), ...change}));
    const press = (target: HTMLElement) => {
      target.focus();
      target.click();
    };
    const toggled = (attribute: Attribute, value: string) => {
      const {chosen} = now();
      const others = chosen[attribute].filter((other) => other !== value);
      return {
        chosen: {...chosen, [attribute]: others.length < chosen[attribute].length ? others : [...others, value]},
      };
    };
    const valueOf = (attribute: Attribute, label: string) =>
      [...names[attribute]].find(([, name]) => name === label)![0];
    const cards = () => [...visitor.element.shadowRoot!.querySelectorAll('gpb-card')];
    const tiles = () => visitor.all('button.tile');

    /** Each does something if it can, and tells the model. */
    const steps: Record<string, () => void | false | Promise<void>> = {
      search() {
        const query = pick([...words, 'zzqzz', '']);
        if (query === now().query) return false;
        const input = visitor.one<HTMLInputElement>('#query');
        input.focus();
        input.value = query;
        input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
        replace({query, page: 1});
      },
      refine() {
        const box = pick(visitor.all<HTMLInputElement>('input[type=checkbox]'));
        if (!box) return false;
        const heading = text(box.closest('details')!.querySelector('.name'));
        const attribute = attributes.find((each) => headings[each] === heading)!;
        push(toggled(attribute, valueOf(attribute, text(box.labels![0]!.querySelector('.label')))));
        press(box);
      },
      refineByCard() {
        const card = pick(cards());
        const button =
          card && pick([...card.shadowRoot!.querySelectorAll<HTMLElement>('button:is([part~=topic], [part~=place])')]);
        if (!button) return false;
        const attribute = attributes.find((each) => [...names[each].values()].includes(text(button)))!;
        push(toggled(attribute, valueOf(attribute, text(button))));
        press(button);
      },
      dropChip() {
        const chip = pick(visitor.all('[part=chip]'));
        if (!chip) return false;
        if (text(chip) === titleOf(now().collection)) {
          push({collection: '', sort: ''});
          press(chip);
          return;
        }
        const attribute = attributes.find((each) => [...names[each].values()].includes(text(chip)))!;
        push(toggled(attribute, valueOf(attribute, text(chip))));
        press(chip);
      },
      clear() {
        const button = visitor.all('.chips .link')[0];
        if (!button) return false;
        push({query: '', chosen: initial.chosen, collection: ''});
        press(button);
      },
      enter() {
        const entrance = pick(visitor.all('.entrance'));
        if (!entrance) return false;
        const name = text(entrance.querySelector('.name'));
        push({collection: collections.find(({title}) => title === name)!.id, sort: ''});
        press(entrance);
      },
      leave() {
        const causes = (['query', 'collection', ...attributes] as const).filter((way) =>
          way === 'query' || way === 'collection' ? now()[way].trim() : now().chosen[way].length,
        );
        // One cause alone has a button that clears it.
        const ways = causes.filter((way) => causes.length > 1 && !found(now()).length && found(now(), way).length > 0);
        const buttons = visitor.all('[part=relaxation]');
        expect(buttons.map(text).map((name) => Number(/(\d+) practices?$/.exec(name)![1]))).to.deep.equal(
          ways.map((way) => found(now(), way).length),
        );
        const way = pick(ways);
        if (!way) return false;
        if (way === 'collection') push({collection: '', sort: ''});
        else push(way === 'query' ? {query: ''} : {chosen: {...now().chosen, [way]: []}});
        press(buttons[ways.indexOf(way)]!);
      },
      view() {
        const tab = pick(visitor.all('[role=tab][aria-selected=false]'));
        if (!tab) return false;
        push({view: text(tab).toLowerCase() as Asked['view'], page: now().page});
        press(tab);
      },
      refineByMap() {
        const tile = pick(tiles());
        if (!tile) return false;
        push(toggled('country', tile.dataset['code']!));
        press(tile);
      },
      refineByStatistics() {
        const button = pick(visitor.all('.matrix .figure'));
        if (!button) return false;
        const [topic, country] = namesOf(button);
        const chosen = {...now().chosen};
        if (topic !== 'Total') chosen.topic = [topic!];
        if (country !== 'Total') chosen.country = [valueOf('country', country!)];
        push({chosen, view: 'cards'});
        press(button);
      },
      sort() {
        const sort = now().sort ? (now().query ? 'relevance' : 'feed') : 'title';
        const [select] = visitor.all<HTMLSelectElement>('[part=sort]');
        if (!select) return false;
        select.focus();
        select.value = sort;
        select.dispatchEvent(new Event('change', {bubbles: true}));
        push({sort: sort === 'title' ? sort : ''});
      },
      more() {
        const button = visitor.all('[part=more]')[0];
        if (!button) return false;
        replace({page: now().page + 1});
        press(button);
      },
      open() {
        const card = pick(cards());
        if (!card) return false;
        const {id} = card.practice;
        const open = now().open.filter((other) => other !== id);
        replace({open: card.open ? open : [...open, id]});
        press(card.shadowRoot!.querySelector<HTMLElement>('[part=toggle]')!);
      },
      back: () => (at > 0 ? travel(-1) : false),
      forward: () => (at < trail.length - 1 ? travel(1) : false),
    };

    async function travel(by: 1 | -1): Promise<void> {
      const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, {once: true}));
      history.go(by);
      at += by;
      await arrived;
    }

    /** The headers of a number in the statistics: its topic and its country. */
    function namesOf(button: Element): string[] {
      const cell = button.closest('td')!;
      const row = cell.parentElement as HTMLTableRowElement;
      return [row.cells[0]!, row.closest('table')!.rows[0]!.cells[cell.cellIndex]!].map(text);
    }

    /** The statistics count the hits by what is selected, or by everything if nothing is. */
    function checkStatistics(asked: Asked, hits: readonly Known[]) {
      const [table] = visitor.all('.matrix');
      if (!table || !hits.length) return expect(!!table).to.equal(asked.view === 'statistics' && hits.length > 0);
      const shown = (attribute: Attribute) =>
        [...names[attribute]].filter(
          ([value]) => !asked.chosen[attribute].length || asked.chosen[attribute].includes(value),
        );
      const all = ['', 'Total'] as const;
      const isIn = (value: string, values: readonly string[]) => !value || values.includes(value);
      const numbers = [all, ...shown('topic')].flatMap(([topic, row]) =>
        [all, ...shown('country')].flatMap(([country, column]) => {
          const count = hits.filter(({values}) => isIn(topic, values.topic) && isIn(country, values.country)).length;
          return count ? [`${row}, ${column}: ${count}`] : [];
        }),
      );
      expect(
        visitor
          .all('.matrix .figure')
          .map((button) => `${namesOf(button).join(', ')}: ${text(button.firstElementChild)}`),
      ).to.have.members(numbers);
      const years = shown('year').flatMap(([year, name]) => {
        const count = hits.filter(({values}) => values.year.includes(year)).length;
        return count ? [`${name} ${count}`] : [];
      });
      const drawn = visitor
        .all('gpb-statistics')
        .flatMap(({shadowRoot}) => [...shadowRoot!.querySelectorAll('.list tr, .others li')]);
      expect(
        drawn.flatMap((row) => {
          const button = row.querySelector('.figure');
          return button ? [`${text(row).slice(0, -text(button).length).trim()} ${text(button.firstElementChild)}`] : [];
        }),
      ).to.have.members(years);
    }

    function check() {
      const asked = now();
      const hits = found(asked);
      checkStatistics(asked, hits);
      const wanted = [...hits];
      const members = membersOf(asked);
      if (asked.sort) wanted.sort((a, b) => (a.title < b.title ? -1 : 1));
      else if (members) wanted.sort((a, b) => members.indexOf(a.id) - members.indexOf(b.id));
      const shown = visitor.titles();
      const isMap = asked.view === 'map';
      const visible = asked.view !== 'cards' ? 0 : Math.min(hits.length, asked.page * HITS_PER_PAGE);
      expect(text(visitor.one('[part=count]'))).to.match(new RegExp(`^${hits.length} `));
      expect(shown).to.have.length(visible);
      // The map counts as the facet does.
      const countries = found(asked, 'country').flatMap(({values}) => values.country);
      const onMap = [...names.country].flatMap(([code, name]) => {
        const count = countries.filter((each) => each === code).length;
        const isShown = isMap && hits.length && (count || asked.chosen.country.includes(code));
        return isShown ? [`${name}, ${count} practice${count === 1 ? '' : 's'}`] : [];
      });
      expect(tiles().map((tile) => text(tile.querySelector('.visually-hidden')))).to.have.members(onMap);
      expect(tiles().filter((tile) => tile.ariaPressed === 'true')).to.have.length(
        onMap.length && asked.chosen.country.length,
      );
      // Which of them is more relevant is not for this model to say.
      if (asked.query && !asked.sort) expect(hits.map(({title}) => title)).to.include.members(shown);
      else expect(shown).to.deep.equal(wanted.slice(0, visible).map(({title}) => title));
      for (const attribute of attributes) {
        const among = found(asked, attribute);
        const counts = [...names[attribute]].flatMap(([value, name]) => {
          const count = among.filter(({values}) => values[attribute].includes(value)).length;
          return count || asked.chosen[attribute].includes(value) ? [`${name} ${count}`] : [];
        });
        // The box that was touched last stays, though it would leave nothing.
        const values = visitor
          .values(headings[attribute])
          .filter((each) => !each.endsWith(' 0') || counts.includes(each));
        expect(values).to.have.members(counts);
      }
      const chips = attributes.flatMap((attribute) =>
        asked.chosen[attribute].map((value) => names[attribute].get(value)!),
      );
      const inside = asked.collection ? [titleOf(asked.collection)] : [];
      // Where nothing is found, each filter has a way out instead.
      expect(visitor.chips()).to.have.members(hits.length ? [...inside, ...chips] : []);
      expect(visitor.all('.collection h2').map(text)).to.deep.equal(
        hits.length && asked.view === 'cards' ? inside : [],
      );
      const isAsking = asked.query || asked.collection || chips.length;
      expect(visitor.all('.entrance .name').map(text)).to.deep.equal(
        isAsking || asked.view !== 'cards' ? [] : collections.map(({title}) => title),
      );
      const open = cards().filter((card) => card.open);
      expect(open.every((card) => asked.open.includes(card.practice.id))).to.equal(true);
      const written = [...new URLSearchParams(location.search)].filter(([name]) => name.startsWith('gp-'));
      expect(written.map((pair) => pair.join('='))).to.have.members([
        ...(asked.query ? [`gp-q=${asked.query}`] : []),
        ...attributes.flatMap((attribute) => asked.chosen[attribute].map((value) => `gp-${attribute}=${value}`)),
        ...(asked.sort ? [`gp-sort=${asked.sort}`] : []),
        ...(asked.collection ? [`gp-collection=${asked.collection}`] : []),
        ...(asked.view === 'cards' ? [] : [`gp-view=${asked.view}`]),
        ...(asked.page > 1 ? [`gp-page=${asked.page}`] : []),
        ...asked.open.map((id) => `gp-open=${id}`),
      ]);
      expect(visitor.focused?.localName, 'what has the focus').to.not.equal('body');
    }

    const done: string[] = [];
    while (done.length < STEPS) {
      const name = at >= DEEP ? 'back' : pick(Object.keys(steps));
      try {
        const step = steps[name]!();
        if (step === false) continue;
        done.push(name);
        await step;
        await settled(visitor);
        // Its code loads when it is first drawn.
        for (const {localName} of visitor.all('gpb-map, gpb-statistics'))
          await customElements.whenDefined(localName).then(() => settled(visitor));
        check();
      } catch (error) {
        throw new Error(`step ${done.length} of seed ${seed}: … ${done.slice(-6).join(', ')}: ${String(error)}`, {
          cause: error,
        });
      }
    }
  }).timeout(300_000);
});

/** Drawn, and the focus where it belongs: handlers await the drawing too, and only then move it. */
async function settled(visitor: Visitor): Promise<void> {
  // The engine answers within the task. The harness would ask again after fifty milliseconds.
  await new Promise((resolve) => setTimeout(resolve));
  await visitor.settled();
}
