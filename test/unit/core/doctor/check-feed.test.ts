import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import own from '../../../../demo/practices.json';
import ownText from '../../../../demo/practices.json?raw';
import {checkFeed} from '../../../../src/core/doctor/check-feed.js';
import type {Finding, Report} from '../../../../src/core/doctor/report.js';

const ADDRESS = 'https://city.example/data/feed.json';
const checkBytes = (bytes: Uint8Array<ArrayBuffer>): Report =>
  checkFeed({address: ADDRESS, charset: '', chunks: [bytes]});
const checkText = (text: string) => checkBytes(new TextEncoder().encode(text));
const check = (feed: unknown) => checkText(JSON.stringify(feed, null, 2));
const brief = ({findings}: Report) => findings.map(({code, pointer, count}) => `${code} ${pointer} ×${count}`);

/** A practice about which there is nothing to say. */
const sound = (more: object) => ({
  title: 'Shared Values',
  city: 'Bradford',
  country: 'GB',
  period: '2022',
  topics: ['a'],
  summary: 'What we have in common.',
  url: 'https://city.example/',
  ...more,
});
/** What is found beside notes on what is missing. */
const doubtsOf = (...records: object[]) =>
  check(records.map((record, i) => sound({title: `Practice ${i}`, ...record}))).findings.map(
    ({code, pointer}) => `${code} ${pointer}`,
  );

// Requirement: E-11
describe('checkFeed', () => {
  describe('the real feed', () => {
    const report = checkText(ownText);

    it('has exactly these findings', () => {
      expect({...report, findings: brief(report)}).to.deep.equal({
        address: ADDRESS,
        isReadable: true,
        records: 180,
        practices: 180,
        next: '',
        findings: [
          'empty-section /practices/0/sections/1 ×1',
          'city-spellings /practices/25/city ×1',
          'insecure-link /practices/40/url ×9',
          'no-years /practices/2 ×56',
        ],
      });
    });

    it('has findings that are true', () => {
      const records: {period?: string; url: string; city?: unknown}[] = own.practices;
      expect(own.practices[0]!.sections![1]!.text).to.equal('');
      expect(records.filter(({period}) => !period)).to.have.length(56);
      expect(records.filter(({url}) => url.startsWith('http:'))).to.have.length(9);
      expect(records.slice(22, 26).map(({city}) => city)).to.deep.equal([
        ...Array(3).fill('London-Lewisham'),
        'London Lewisham',
      ]);
      expect(report.findings[1]!.message).to.include('“London-Lewisham” (3) and “London Lewisham” (1)');
    });

    it('has findings at the right places', () => {
      const lines = ownText.split('\n');
      const at = ({line, column}: Finding) => lines[line - 1]!.slice(column - 1);
      expect(at(report.findings[0]!)).to.equal('{');
      expect(lines[report.findings[0]!.line]).to.include('"Rationale"');
      expect(at(report.findings[1]!)).to.equal('"London Lewisham",');
      expect(at(report.findings[2]!)).to.match(/^"http:/);
    });
  });

  it('reports nothing for a feed without problems', () => {
    expect(check({language: 'en', topics: ['a'], practices: [sound({})]}).findings).to.deep.equal([]);
  });

  it('reports filters of feeds that no visitor is offered, and what they may mean', () => {
    const url = 'https://city.example/a.xml';
    const topics = [{id: 'education', label: 'Education'}];
    const practices = [sound({topics: ['education']})];
    const feeds = [
      {filter: 'topic:eduction country:GB', url},
      {filter: 'topic:education schools land:GB', url},
      {filter: 'country:GB topic:education', url},
    ];
    const told = (more: object) =>
      check({language: 'en', topics, feeds, practices, ...more}).findings.map(
        ({code, message, pointer, severity}) => `${severity} ${code} ${pointer} ${message}`,
      );
    const unreadable = 'warning unreadable-filter /feeds/1/filter “schools” in a filter cannot be read.';
    expect(told({})).to.have.members([
      unreadable,
      'warning unknown-filter-value /feeds/1/filter No practice has land:GB. There is no filter “land”, only topic, country, city, year, source.',
      'warning unknown-filter-value /feeds/0/filter No practice has topic:eduction. Did you mean topic:education (Education)?',
    ]);
    expect(told({next_url: '2.json'}), 'the next page may have it').to.deep.equal([unreadable]);
  });

  describe('a warning of normalize', () => {
    const table: [record: object, finding: string, message: string][] = [
      [{country: 'Narnia'}, 'unknown-country /0/country', 'A country is unknown: "Narnia".'],
      [{period: 'long ago'}, 'unknown-period /0/period', 'A period has no year: "long ago".'],
      [{location: [153.8, -1.55]}, 'swapped-location /0/location', 'A location has the longitude first.'],
      [
        {url: 'javascript:alert(1)'},
        'bad-address /0/url',
        'This is not an address for a link or an email: "javascript:alert(1)".',
      ],
      [{sections: [{heading: 'A'}]}, 'empty-section /0/sections/0', 'A section without text is left out.'],
    ];
    for (const [record, finding, message] of table)
      it(`is reported in plain words: ${message}`, () => {
        const {findings} = check([sound(record)]);
        expect(findings.map(({code, pointer}) => `${code} ${pointer}`)).to.deep.equal([finding]);
        expect(findings[0]!.message).to.equal(message);
        expect(findings[0]!.hint).to.have.length.above(10);
      });

    it('is reported for synonyms, at their place', () => {
      const synonyms: unknown[] = [['a', 'b'], ['KiTa'], ['KiTa, Hort', 'c'], ['x'.repeat(61), 'y'], 'd', Array(21).fill('e')]; // prettier-ignore
      const {findings} = check({language: 'en', topics: ['a'], synonyms, practices: [sound({})]});
      expect(findings.map(({code, message, pointer}) => `${code} ${pointer} ${message}`)).to.have.members([
        'bad-synonyms /synonyms/1 Synonyms are not lists of two terms or more.',
        'bad-synonyms /synonyms/2/0 Synonyms are not lists of two terms or more: "KiTa, Hort".',
        `text-too-long /synonyms/3/0 A text is too long: "${'x'.repeat(60)}", cut from 61 to 60 characters.`,
        'bad-synonyms /synonyms/4 Synonyms are not lists of two terms or more: "d".',
        'too-many-synonyms /synonyms/5 There are more synonyms than the widget reads: 21.',
      ]);
      expect(findings.every(({line, severity}) => line > 1 && severity === 'warning')).to.equal(true);
    });

    it('is reported for collections, at their place', () => {
      const practices = ['a', 'b'].map((id) => sound({id, title: `Practice ${id}`}));
      const collection = (id: string, ...ids: unknown[]) => ({id, title: 'Start', practices: ids});
      const collections: unknown[] = [
        collection('one', 'a', 'gone', 'b', 'a'),
        collection('two', 'x', 'y'),
        collection('one', 'a'),
        collection('three'),
        {id: 'four', practices: ['a']},
        'five',
      ];
      const feed = {language: 'en', topics: ['a'], collections, examples: ['a', 'b', 'c', 'd'], practices};
      expect(check(feed).findings.map(({code, message, pointer}) => `${code} ${pointer} ${message}`)).to.deep.equal([
        'missing-practice /collections/0/practices/1 The collection “one” names “gone”, but no practice has this id.',
        'empty-collection /collections/1/practices The collection “two” has no practice of this feed.',
        'duplicate-collection /collections/2/id Two collections have the same id: "one".',
        'bad-collection /collections/3 A collection has no id, no title or no practices.',
        'bad-collection /collections/4 A collection has no id, no title or no practices.',
        'bad-collection /collections/5 A collection has no id, no title or no practices: "five".',
        'too-many-examples /examples There are more examples than the search field shows: 4.',
        'listed-twice /collections/0/practices/3 The collection “one” has the practice “a” twice.',
      ]);
    });

    it('is reported for a facet without values, unless another page may have some', () => {
      const feed = {
        language: 'en',
        topics: ['a'],
        facets: [{name: 'scale', type: 'text', label: 'Scale'}],
        practices: [sound({})],
      };
      expect(brief(check(feed))).to.deep.equal(['empty-facet /facets/0 ×1']);
      expect(brief(check({...feed, next_url: 'feed-2.json'}))).to.deep.equal([]);
    });

    it('is not reported for practices of a collection that may be on another page', () => {
      const collections = [{id: 'one', title: 'Start', practices: ['other']}];
      const practices = [sound({id: 'a'})];
      const {findings} = check({language: 'en', topics: ['a'], collections, next_url: 'feed-2.json', practices});
      expect(findings).to.deep.equal([]);
    });

    it('is reported for feeds to follow, at their place', () => {
      const url = 'https://city.example/a.xml';
      const feeds = [
        {filter: 'topic:a country:GB', url},
        'topic:a',
        {filter: '', url},
        {filter: 'topic:a', url: 'mailto:a@b.example'},
      ];
      const {findings} = check({language: 'en', topics: ['a'], feeds, practices: [sound({})]});
      expect(findings.map(({code, message, pointer}) => `${code} ${pointer} ${message}`)).to.have.members([
        'bad-filter-feed /feeds/1 Feeds to follow are not a list of filters and addresses, or there are more than 500: "topic:a".',
        'bad-address /feeds/3/url This is not an address for a link or an email: "mailto:a@b.example".',
      ]);
      expect(findings.every(({line, severity}) => line > 1 && severity === 'warning')).to.equal(true);
    });

    it('is not reported for valid synonyms, but for a misspelt field name', () => {
      const practices = [sound({})];
      const synonyms = [['KiTa', 'nursery']];
      expect(check({language: 'en', topics: ['a'], synonyms, practices}).findings).to.deep.equal([]);
      const [finding] = check({language: 'en', topics: ['a'], synonims: synonyms, practices}).findings;
      expect(finding!.message).to.equal('“synonims” is unknown. Did you mean “synonyms”?');
    });

    it('is counted for repeated texts', () => {
      const records = ['Narnia', 'Narnia', 'Oz', 'Narnia'].map((country, i) =>
        sound({country, title: `Practice ${i}`}),
      );
      const report = check(records);
      expect(brief(report)).to.deep.equal(['unknown-country /0/country ×3', 'unknown-country /2/country ×1']);
      expect(report.findings[0]!.message).to.equal('A country is unknown: "Narnia" (3 times).');
    });

    it('is an error if a practice is lost', () => {
      const {findings, practices, records} = check([sound({}), {city: 'Leeds'}, 7]);
      expect([records, practices]).to.deep.equal([3, 1]);
      expect(findings.map(({code, severity, line}) => [code, severity, line])).to.deep.equal([
        ['no-title', 'error', 13],
        ['not-a-record', 'error', 16],
      ]);
    });
  });

  describe('a problem that visitors notice', () => {
    const cities = (...names: string[]) => doubtsOf(...names.map((city) => ({city})));
    const zurich = ['Zürich', 'Zurich', 'Zürich'];
    it('is a city in two spellings', () => {
      expect(doubtsOf(...zurich.map((city) => ({city, country: 'CH'})))).to.deep.equal(['city-spellings /1/city']);
      expect(cities('London-Lewisham', 'London Lewisham')).to.deep.equal(['city-spellings /1/city']);
      expect(cities('ŁÓDŹ', 'Łódź', 'Lodz')).to.deep.equal(['city-spellings /1/city']);
      expect(cities('Reggio Emilia', 'ReggioEmilia')).to.deep.equal(['city-spellings /1/city']);
    });
    for (const pair of [
      ['London Lewisham', 'London borough of Lewisham'],
      ['Zurich', 'City of Zurich'],
      ['Köln', 'Koeln'],
      ['Lyon', 'Ville de Lyon'],
      ['Leeds', 'Leeds City Council'],
    ])
      it(`may be one city: ${pair.join(' and ')}`, () => {
        expect(cities(...pair)).to.deep.equal(['maybe-one-city /1/city']);
      });
    for (const pair of [
      ['London', 'City of London'],
      ['Berlin', 'Berlin-Neukölln'],
      ['Mexico', 'Mexico City'],
      ['London Camden', 'London Lewisham'],
      ['Frankfurt am Main', 'Frankfurt (Oder)'],
      ['Newcastle upon Tyne', 'Newcastle-under-Lyme'],
      ['San Sebastián', 'Donostia'],
    ])
      it(`is not one city: ${pair.join(' and ')}`, () => {
        expect(cities(...pair)).to.deep.equal([]);
      });
    it('is not one city: one name in two countries', () => {
      expect(doubtsOf({city: 'Córdoba', country: 'ES'}, {city: 'Cordoba', country: 'AR'})).to.deep.equal([]);
    });

    it('is a topic in two spellings', () => {
      expect(doubtsOf({topics: ['Anti-rumours']}, {topics: ['anti rumours']}, {topics: ['Rumours']})).to.deep.equal([
        'topic-spellings /1/topics',
      ]);
    });

    it('is a practice that occurs twice', () => {
      const title = 'The Big Lunch';
      expect(doubtsOf({title}, {title: 'THE  BIG LUNCH!'})).to.deep.equal(['duplicate-practice /1']);
      expect(doubtsOf({title, city: ['Leeds', 'York']}, {title, city: 'York'})).to.deep.equal([
        'duplicate-practice /1',
      ]);
      expect(doubtsOf({title, city: 'Leeds'}, {title, city: 'York'})).to.deep.equal([]);
      expect(doubtsOf({title, city: '', country: 'GB'}, {title, city: '', country: 'IE'})).to.deep.equal([]);
    });

    it('is an unknown field name', () => {
      expect(doubtsOf({sumary: 'A', imgae: 'C', author: 'D', 'x-id': 7, _links: []})).to.deep.equal([
        'misspelt-field /0/sumary',
        'misspelt-field /0/imgae',
        'unknown-field /0/author',
      ]);
      expect(brief(check({topcis: [], practices: [sound({})]}))).to.deep.equal(['misspelt-field /topcis ×1']);
    });

    it('is a link or an image without https', () => {
      const record = {
        url: 'http://a.example',
        links: ['http://b.example', 'https://c.example'],
        image: {src: 'http://d.example', alt: 'E'},
      };
      expect(brief(check([sound(record)]))).to.deep.equal(['insecure-link /0/url ×2', 'insecure-image /0/image ×1']);
      expect(doubtsOf({url: 'http://localhost/a'})).to.deep.equal([]);
    });

    it('is a missing field, reported once for all practices', () => {
      const report = check([
        {title: 'A', image: 'a.png'},
        {title: 'B', image: 'b.png', sections: ['Text']},
      ]);
      expect(brief(report)).to.deep.equal([
        'no-summary /0 ×1',
        'no-years /0 ×2',
        'no-place /0 ×2',
        'no-topics /0 ×2',
        'no-alt /0/image ×2',
      ]);
    });

    it('is a letter that was damaged', () => {
      expect(
        doubtsOf({sections: ['Four values were chosen in a vote in which all residents of Málaga\uFFFDs took part.']}),
      ).to.deep.equal(['damaged-text /0']);
    });

    it('is a full text that adds nothing', () => {
      expect(doubtsOf({sections: ['Soon.']})).to.deep.equal(['short-text /0/sections']);
      expect(doubtsOf({sections: ['What we have in common.']})).to.deep.equal(['short-text /0/sections']);
      expect(
        doubtsOf({sections: ['Four values were chosen in a vote in which 12,000 residents took part.']}),
      ).to.deep.equal([]);
    });

    const french =
      'La ville a mis en place un réseau pour les habitants qui cherchent un emploi, avec des entreprises et des associations du quartier, ' +
      'et une équipe qui accompagne les jeunes dans leurs démarches.';
    const languages: [record: object, codes: string[]][] = [
      [{summary: french}, ['wrong-language /0/summary']],
      [{summary: {fr: french}}, []],
      [{title: 'Міжкультурний тиждень'}, ['wrong-language /0/title']],
      [{title: 'Міжкультурний тиждень', titleLang: 'uk'}, []],
      [{title: 'Intercultural week in the city', titleLang: 'el'}, ['wrong-language /0/title']],
      [{title: 'Poboljšanje prikupljanja podataka', titleLang: 'sr'}, []],
      [{title: 'Salut l’étranger'}, []],
      [{title: 'OXLO 日本'}, []],
    ];
    for (const [record, codes] of languages)
      it(`${codes.length ? 'is' : 'is not'} the language of ${JSON.stringify(record).slice(0, 60)}`, () => {
        const {findings} = check({language: 'en', practices: [sound(record)]});
        expect(findings.map(({code, pointer}) => `${code} ${pointer.replace('/practices', '')}`)).to.deep.equal(codes);
      });
  });

  describe('other formats', () => {
    it('are checked: a table, by the rows of its file', () => {
      const table =
        'Practices of our network\n\nTitel;Stadt;Land;Jahr\n"The\nBig Lunch";Leeds;UK;2009\n;;;\nXEIX;Barcelona;Narnia;2016\n';
      const {findings, practices} = checkText(table);
      expect(practices).to.equal(2);
      expect(findings.map(({code, column, line, pointer}) => [code, pointer, line, column])).to.deep.equal([
        ['unknown-country', '/1/country', 7, 1],
        ['no-summary', '/0', 4, 1],
        ['no-topics', '/0', 4, 1],
      ]);
    });

    it('are checked: JSON with other names, and its unknown names are reported', () => {
      const {findings} = check({
        items: [{name: 'A', ville: 'Lyon', pays: 'FR', annee: 2016, tags: ['a'], description: 'B', colour: 'red'}],
      });
      expect(findings.map(({code, pointer, line}) => [code, pointer, line])).to.deep.equal([
        ['unknown-field', '/items/0/colour', 12],
      ]);
    });

    it('have columns reported that are not shown', () => {
      const {findings} = checkText('Projekttitel;Budget;Stadt;\u00a0;Förderer\nA;1;Köln;;B\n');
      expect(findings.find(({code}) => code === 'unknown-field')?.message).to.equal(
        '“Budget”, “Förderer” are unknown. They are not shown.',
      );
    });

    it('have every column reported that is not shown, by its name', () => {
      const messagesOf = (table: string) =>
        checkText(table)
          .findings.filter(({code}) => /^un(?:known|used)-field$|^unknown-language$|^bad-location$/.test(code))
          .map(({message}) => message);
      const names = Array.from({length: 60}, (_, i) => `Own column ${i + 1}`);
      const [all] = messagesOf(`title,${names.join(',')}\nA\n`);
      for (const name of names) expect(all).to.include(`“${name}”`);
      const question = `Which budget ${'of all the departments '.repeat(5)}was used?`;
      expect(messagesOf(`title,${question}\nA,1\n`)).to.deep.equal([`“${question}” is unknown. It is not shown.`]);
      expect(messagesOf('title,,city, ,\nA,x,Leeds,y,,z\n')).to.deep.equal([
        'Columns B, D, F have no names. They are not shown.',
      ]);
      expect(messagesOf(`title${','.repeat(27)}\nA${','.repeat(27)}x\n`)).to.deep.equal([
        'Column AB has no name. It is not shown.',
      ]);
      expect(messagesOf('title,city,Location\nA,Leeds,Town hall\n')).to.deep.equal([
        '“Location” is not shown in 1 practice: another column or field is used for “city”.',
      ]);
      expect(messagesOf('title,alt text\nA,Two people\n')).to.deep.equal([
        '“alt text” is not shown in 1 practice: there is no image.',
      ]);
      expect(messagesOf('title,Sprache\nA,Deutsch\n')).to.deep.equal(['This is not a language tag: "Deutsch".']);
      expect(messagesOf('title,lat\nA,53.8\n')).to.deep.equal(['A location must be [latitude, longitude]: "53.8".']);
      for (const table of [
        'title,title_de,city,location\nA,B,Leeds,"53.8,-1.55"\n',
        'title,location\nA,Leeds\n',
        'title,lat,lon\nA,0,0\n',
        'title,language\nA,de\n',
      ])
        expect(messagesOf(table), table).to.deep.equal([]);
    });

    it('have unknown names reported in every record', () => {
      const items = Array.from({length: 300}, (_, i) => ({name: `A ${i}`, ...(i === 299 && {colour: 'red'})}));
      expect(check({items}).findings.some(({message}) => message.startsWith('“colour” is unknown'))).to.equal(true);
    });

    it('have unused columns reported, and no others', () => {
      const unusedIn = (document: unknown) =>
        (typeof document === 'string' ? checkText(document) : check(document)).findings
          .filter(({code}) => code === 'unused-field')
          .map(({count, line, message, pointer, severity}) => `${severity} ${pointer} ${line} ×${count} ${message}`);
      expect(unusedIn('Titre,Projet,Ville\nA,B,Lyon\nC,,Lyon\nD,E,Lyon\nF,F,Lyon\n')).to.deep.equal([
        'note /0 2 ×2 “Projet” is not shown in 2 practices: another column or field is used for “title”.',
      ]);
      expect(unusedIn('title,city_de,city_en\nA,Köln,Cologne\n')).to.deep.equal([
        'note /0 2 ×1 “city_en” is not shown in 1 practice: another column or field is used for “city”.',
      ]);
      expect(unusedIn('title,period,end\nA,2014-2016,2019\n')).to.deep.equal([
        'note /0 2 ×1 “end” is not shown in 1 practice: another column or field is used for “period”.',
      ]);
      expect(unusedIn({items: [{name: 'A', headline: 'B', abstract: 'C'}]})).to.deep.equal([
        'note /items/0 3 ×1 “headline” is not shown in 1 practice: another column or field is used for “title”.',
      ]);
      for (const table of [
        'title,title_de,text,text_de\nA,B,C,D\n',
        'title,Année(s),Date de fin\nA,2014,2019\n',
        'title,year,start,end\nA,2014,2014-03-01,2019\n',
        'id,slug,title,topics,tags,url,website\n1,a,A,b,c,https://a.example,https://b.example\n',
      ])
        expect(unusedIn(table), table).to.deep.equal([]);
    });

    it('have custom fields reported that are not shown, but not fields of their systems', () => {
      const unknownIn = (document: unknown) =>
        check(document)
          .findings.filter(({code}) => code === 'unknown-field')
          .map(({message}) => message.replace(/\. .*/, ''));
      const point = {type: 'Feature', geometry: null, properties: {name: 'A', OBJECTID: 1}};
      expect(unknownIn({type: 'FeatureCollection', features: [point]})).to.deep.equal(['“OBJECTID” is unknown']);
      expect(unknownIn([{title: {rendered: 'A'}, template: '', acf: {city: 'B', budget: 1}}])).to.deep.equal([
        '“budget” is unknown',
      ]);
      const attributes = {title: 'A', promote: false, field_city: 'B', field_budget: 1, field_metatag: null};
      expect(unknownIn({data: [{type: 'node--a', id: '1', attributes}]})).to.deep.equal(['“field_budget” is unknown']);
      expect(unknownIn({records: [{id: 'rec1', createdTime: '2024', fields: {Name: 'A'}}]})).to.deep.equal([]);
    });

    it('have missing embedded objects reported', () => {
      const isTold = (document: unknown) => check(document).findings.some(({code}) => code === 'not-embedded');
      const post = {title: {rendered: 'A'}, categories: [3], featured_media: 0};
      expect(isTold([post])).to.equal(true);
      expect(isTold([{...post, categories: [], tags: []}])).to.equal(false);
      expect(isTold([{...post, _embedded: {}}])).to.equal(false);
      const term = {type: 'taxonomy_term--tags', id: 't'};
      const node = {
        type: 'node--a',
        id: '1',
        attributes: {title: 'A'},
        relationships: {uid: {data: null}, field_tags: {data: [term]}},
      };
      expect(isTold({data: [node]})).to.equal(true);
      expect(isTold({data: [node], included: [{...term, attributes: {name: 'B'}}]})).to.equal(false);
      expect(isTold({data: [{...node, relationships: null}]})).to.equal(false);
    });

    it('are checked: RSS, without places', () => {
      const {findings, practices} = checkText(
        '<rss><channel><item><title>A</title><country>Narnia</country></item></channel></rss>',
      );
      expect(practices).to.equal(1);
      expect(findings.find(({code}) => code === 'unknown-country')).to.include({line: 0, column: 0});
    });
  });

  describe('a document that is not a feed', () => {
    const table: [text: string, code: string, place: string][] = [
      ['', 'empty-document', '1:1'],
      ['\ufeff\n[{"title": "A",}]', 'trailing-comma', '2:15'],
      ['<!DOCTYPE html><title>Log in</title>', 'web-page', '1:1'],
      ['{"practices": [{"title": "A"}', 'cut-off', '1:30'],
      ['{"title": "Practices"}', 'not-a-feed', '1:1'],
      ['Not found', 'not-a-feed', '1:1'],
      ['title;city\n"The Big Lunch";London\n"Shared;Bradford\n', 'not-a-feed', '3:1'],
      ['callback([{"title": "A"}])', 'script-around', '1:1'],
    ];
    const answers: [text: string, said: string][] = [
      ['{"code": "rest_no_route", "message": "No route was found."}', '“No route was found.”'],
      ['{"data": null, "error": {"status": 403, "message": "Forbidden"}}', '“Forbidden”'],
      ['{"errors": [{"status": "403", "detail": "Not allowed."}]}', '“Not allowed.”'],
      ['/*O_o*/\ngoogle.visualization.Query.setResponse({"table": {}});', 'out:csv instead of out:json'],
    ];
    for (const [text, said] of answers)
      it(`is described: ${said}`, () => expect(checkText(text).findings[0]!.message).to.include(said));

    for (const [text, code, place] of table)
      it(`is ${code}: ${JSON.stringify(text)}`, () => {
        const {findings, isReadable} = checkText(text);
        expect(isReadable).to.equal(false);
        expect(findings.map((finding) => `${finding.code} ${finding.line}:${finding.column}`)).to.deep.equal([
          `${code} ${place}`,
        ]);
        expect(findings[0]!.severity).to.equal('error');
      });

    it('is not a list without practices', () => {
      const {findings, isReadable} = checkText('[]');
      expect(isReadable).to.equal(true);
      expect(findings.map(({code}) => code)).to.deep.equal(['no-practices']);
    });
  });

  describe('any bytes', () => {
    /** What every report is, and that each pointer leads to a place in the document. */
    const assertReport = (report: Report) => {
      expect(report.practices).to.be.at.most(report.records);
      for (const {code, column, count, hint, line, message, pointer, severity} of report.findings) {
        expect([code, hint, message].every((text) => text.length > 1)).to.equal(true, code);
        expect(message).not.to.include('undefined', code);
        expect(severity).to.match(/^(?:error|warning|note)$/);
        expect(pointer).to.match(/^(?:\/|$)/);
        expect(count).to.be.above(0);
        expect(line === 0).to.equal(column === 0);
      }
      if (!report.isReadable) expect(report.findings).to.have.length.above(0);
    };

    it('end with a report', () => {
      fc.assert(
        fc.property(
          fc.constantFrom('', '', '[', '{"practices":[', 'title;city\n', '<?xml?><rss>', '<html>'),
          fc.uint8Array({maxLength: 300}),
          (start, bytes) => assertReport(checkBytes(new Uint8Array([...new TextEncoder().encode(start), ...bytes]))),
        ),
        {numRuns: 1000},
      );
    });

    it('end with a report: any JSON, whole or cut', () => {
      const hostile = fc.constantFrom(
        '__proto__',
        'constructor',
        'title',
        'city',
        'sections',
        'topics',
        'url',
        'image',
        '',
        '~/',
      );
      const {value} = fc.letrec((tie) => ({
        value: fc.oneof(
          {depthSize: 'medium'},
          fc.jsonValue({maxDepth: 0}),
          fc.constantFrom('http://[', 'Zürich', '\u0000', '<p>'),
          fc.array(tie('value'), {maxLength: 3}),
          fc.dictionary(hostile, tie('value'), {maxKeys: 6}),
        ),
      }));
      const feed = fc.oneof(
        fc.array(fc.dictionary(hostile, value, {maxKeys: 8})),
        fc.record({practices: fc.array(fc.dictionary(hostile, value, {maxKeys: 8})), topics: value, language: value}),
        value,
      );
      fc.assert(
        fc.property(feed, fc.nat(), fc.boolean(), (document, at, isCut) => {
          const text = JSON.stringify(document);
          assertReport(checkText(isCut ? text.slice(0, at % (text.length + 1)) : text));
        }),
        {numRuns: 500},
      );
    });

    it('end with a report: the real feed with a few bytes changed', () => {
      const bytes = new TextEncoder().encode(JSON.stringify(own.practices.slice(0, 12), null, 1));
      const changes = fc.array(fc.tuple(fc.nat({max: bytes.length - 1}), fc.nat({max: 255})), {
        minLength: 1,
        maxLength: 4,
      });
      fc.assert(
        fc.property(changes, (list) => {
          const changed = bytes.slice();
          for (const [at, byte] of list) changed[at] = byte;
          assertReport(checkBytes(changed));
        }),
        {numRuns: 200},
      );
    });
  });
});
