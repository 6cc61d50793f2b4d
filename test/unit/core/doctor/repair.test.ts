import {expect} from '@open-wc/testing';
import {repairSliced} from '../../../../src/core/doctor/repair.js';
import {runSync} from '../../../../src/core/time-slicing.js';

const address = 'https://city.example/feeds/practices.json';
const pageOf = (text: string) => ({address, charset: '', chunks: [new TextEncoder().encode(text)]});
const repair = (...pages: string[]) => runSync(repairSliced(pages.map(pageOf)));
const recordsOf = (text: string) => (JSON.parse(text) as {practices: Record<string, unknown>[]}).practices;

describe('repairSliced', () => {
  it('offers nothing if nothing is to be corrected, or if the feed cannot be read', () => {
    expect(repair('[{"title": "A"}]')).to.equal(null);
    expect(repair('<!doctype html><title>Login</title>')).to.equal(null);
    expect(repair('')).to.equal(null);
    expect(repair('[]')).to.equal(null);
    expect(repair('title;city\nA;Leeds\n')).to.equal(null);
  });

  it('corrects JSON, names and spellings, and says how often', () => {
    const {corrected, left, practices, text} = repair(`[
      {"title": "A", "city": "London Lewisham", "topics": ["youth"]},
      {"title": "B", "city": "London Lewisham", "topics": ["Youth"],},
      {"tilte": "C", "city": "London-Lewisham", "topics": ["youth"], "sections": [{"heading": "Process"}]}
    ]`)!;
    expect(practices).to.equal(3);
    expect(recordsOf(text).map(({title, city, topics, sections}) => ({title, city, topics, sections}))).to.deep.equal([
      {title: 'A', city: 'London Lewisham', topics: ['youth'], sections: undefined},
      {title: 'B', city: 'London Lewisham', topics: ['youth'], sections: undefined},
      {title: 'C', city: 'London Lewisham', topics: ['youth'], sections: undefined},
    ]);
    expect(Object.fromEntries(corrected)).to.include({'trailing-comma': 1, 'misspelt-field': 1});
    expect([...corrected.keys()]).not.to.include('no-years');
    const codes = left.findings.map(({code}) => code);
    for (const code of corrected.keys()) expect(codes).not.to.include(code);
  });

  it('says what the repaired feed does not have', () => {
    const {leftOut, practices} = repair('[{"title": "A", "mood": "good"}, {"city": "Leeds"}, "text",]')!;
    expect(practices).to.equal(1);
    expect(Object.fromEntries(leftOut)).to.deep.equal({'unknown-field': 1, 'no-title': 1, 'not-a-record': 1});
  });

  it('leaves addresses as they were, and ids too', () => {
    const {text} = repair('[{"id": "a-1", "title": "A", "url": "https://city.example/a",}]')!;
    expect(recordsOf(text)[0]).to.include({id: 'a-1', url: 'https://city.example/a'});
  });

  it('puts the pages of a feed together', () => {
    const {practices} = repair('[{"title": "A",}]', '[{"title": "B"}]')!;
    expect(practices).to.equal(2);
  });
});
