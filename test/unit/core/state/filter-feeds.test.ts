import {expect} from '@open-wc/testing';
import {findFilterFeed} from '../../../../src/core/state/filter-feeds.js';
import {readRefinements} from '../../../../src/core/state/refinement-syntax.js';

const feeds = [
  {filter: 'topic:education country:ES', url: 'https://a.example/1'},
  {filter: 'country:Spain topic:education', url: 'https://a.example/again'},
  {filter: 'city:Zürich', url: 'https://a.example/2'},
  {filter: 'topic:youth,sport year:2015..2019', url: 'https://a.example/3'},
  {filter: 'topic:housing what', url: 'https://a.example/4'},
  {filter: 'target:youth topic:education', url: 'https://a.example/5'},
  {filter: '', url: 'https://a.example/all'},
];
const refinements = (text: string) => readRefinements(text).refinements;
const find = (chosen: string, scope = '', of = feeds) =>
  findFilterFeed(of, refinements(scope), refinements(chosen))?.url.split('/').at(-1) ?? null;

describe('findFilterFeed', () => {
  const table: [chosen: string, scope: string, found: string | null][] = [
    ['topic:education country:ES', '', '1'],
    ['country:ES topic:education', '', '1'],
    ['topic:education', '', null],
    ['topic:education country:ES,FR', '', null],
    ['topic:education country:ES year:2015', '', null],
    ['city:Zurich', '', '2'],
    ['year:2015..2019 topic:sport,youth', '', '3'],
    ['year:2015..2018 topic:sport,youth', '', null],
    ['topic:sport', '', null],
    // what cannot be read whole may mean something else
    ['topic:housing', '', null],
    ['', '', 'all'],
    // the page shows less than the feed
    ['', 'country:ES', null],
    ['topic:education', 'country:ES', '1'],
    ['', 'country:ES topic:education', '1'],
    ['topic:education', 'topic:education,youth country:ES', '1'],
    // filters of the feed's own
    ['topic:education target:youth', '', '5'],
    ['topic:education country:ES target:youth', '', null],
    ['topic:education', 'target:youth', '5'],
    ['topic:education target:women', 'target:youth', null],
    // both topics, which no filter says
    ['topic:education', 'topic:youth country:ES', null],
  ];
  for (const [chosen, scope, found] of table)
    it(`finds ${found ?? 'nothing'} for “${chosen}”${scope && ` within “${scope}”`}`, () =>
      expect(find(chosen, scope)).to.equal(found));

  it('finds nothing where no feed is declared', () => expect(find('', '', [])).to.equal(null));
});
