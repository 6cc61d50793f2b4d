import {expect} from '@open-wc/testing';
import {readDocument} from '../../../../../src/core/feed/formats/read-document.js';
import {errorOf, readFeed, readOne, readRaw} from '../../../../support/read-format.js';

describe('readGenericJson', () => {
  it('finds the list of practices at any place, as in answers of open data portals', () => {
    const titles = (document: unknown) => readFeed(document).practices.map(({title}) => title[0]!.text);
    const list = [{nom: 'A'}, {nom: 'B'}];
    for (const document of [
      list,
      {items: list},
      {data: list},
      {topics: [{id: 'x', label: 'y'}], entries: list},
      {topics: [{id: 'x', name: 'y'}], practices: list},
      {categories: {all: [{title: 'y'}], items: list}},
      {success: true, result: {resource_id: 'x', fields: [{id: 'nom', type: 'text'}], records: list}},
      {nhits: 2, records: list.map((fields) => ({recordid: 'x', fields}))},
      {data: {practices: {nodes: list}}},
    ])
      expect(titles(document)).to.deep.equal(['A', 'B'], JSON.stringify(document));
  });

  it('points to the records', () => {
    const {warnings} = readFeed({result: {'a/b': [{title: 'A', country: 'Narnia'}]}});
    expect(warnings.map(({pointer}) => pointer)).to.deep.equal(['/result/a~1b/0/country']);
  });

  it('reads an empty list with a telling name as a feed without practices', () => {
    expect(readFeed({count: 0, results: []}).practices).to.deep.equal([]);
    expect(errorOf({count: 0, hits: []}).code).to.equal('not-a-feed');
  });

  it('reads our own format even with unknown fields', async () => {
    const own = await (await fetch('/demo/practices.json')).json();
    const records = own.practices.map((record: object) => ({...record, internal: 'note'}));
    const {practices} = readFeed({...own, practices: records});
    expect(practices).to.deep.equal(readFeed(own).practices);
    expect(practices).to.have.length(180);
  });

  it('keeps a practice whose title is only markup', () => {
    const titles = readFeed([{name: '<b>A</b>'}, {name: '<img src=x>'}]).practices.map(({title}) => title[0]!.text);
    expect(titles).to.deep.equal(['A', '<img src=x>']);
  });

  it('prefers our own names to those of others, and ignores fields for machines', () => {
    const practice = readOne([
      {name: 'B', title: 'A', description: 'no', summary: 'S', '@context': 'https://schema.org', _links: {self: {}}},
    ]);
    expect(practice).to.deep.include({title: 'A', summary: 'S', sections: [], links: []});
  });

  it('unwraps values of Drupal views and custom fields', () => {
    const practice = readOne([
      {
        nid: [{value: 7}],
        title: [{value: 'A'}],
        field_country: [{value: 'fr', label: 'France'}],
        field_link: [{uri: 'https://a.example/', title: 'More'}],
        field_website: {url: 'https://b.example/'},
        field_dates: [{value: '2019-01-01T10:00:00', end_value: '2021-01-01T10:00:00'}],
        body: [{value: '<p>x</p>', processed: '<p>y</p>'}],
      },
    ]);
    expect(practice).to.deep.include({title: 'A', url: 'https://a.example/', sections: [['', 'y']]});
    expect(practice.places[0]!.country).to.equal('FR');
    expect(practice.period).to.include({text: '2019-01-01-2021-01-01', from: 2019, to: 2021});
    expect(practice.links.map(({url}) => url)).to.deep.equal(['https://b.example/']);
  });

  it('keeps the texts of every language, and makes one period of a start and an end, in any format', () => {
    const fields = {name: 'A', name_de: 'B', abstract_de: 'C', abstract: 'D', datum: '2014', ende: '2019'};
    const documents: unknown[] = [
      {language: 'fr', items: [fields]},
      {language: 'fr', type: 'FeatureCollection', features: [{type: 'Feature', geometry: null, properties: fields}]},
      {version: 'https://jsonfeed.org/version/1', language: 'fr', items: [{_practice: fields}]},
    ];
    const inFrench = (fr: string, de: string) => [
      {lang: 'fr', text: fr},
      {lang: 'de', text: de},
    ];
    for (const document of documents) {
      const [practice] = readFeed(document).practices;
      expect(practice!.title).to.deep.equal(inFrench('A', 'B'));
      expect(practice!.summary).to.deep.equal(inFrench('D', 'C'));
      expect(practice!.period).to.deep.include({text: '2014 – 2019', from: 2014, to: 2019});
    }
  });

  it('reads the city and the country of a location', () => {
    const map = {
      address: 'Town hall, Leeds',
      lat: 53.8,
      lng: -1.55,
      zoom: 14,
      city: 'Leeds',
      country: 'United Kingdom',
    };
    const leeds = {city: 'Leeds', country: 'GB', location: [53.8, -1.55]};
    expect(readOne([{name: 'A', location: map}]).places).to.deep.equal([leeds]);
    expect(readOne([{name: 'A', city: 'York', location: map}]).places).to.deep.equal([{...leeds, city: 'York'}]);
  });

  it('reads a location in words as a city, and GeoJSON as coordinates', () => {
    expect(readOne([{titre: 'A', location: 'Lyon'}]).places).to.deep.equal([
      {city: 'Lyon', country: '', location: null},
    ]);
    const point = {type: 'Point', coordinates: [4.8, 45.8]};
    expect(readOne([{titre: 'A', geo: point}]).places[0]!.location).to.deep.equal([45.8, 4.8]);
  });

  it('builds a contact from columns', () => {
    expect(readOne([{titre: 'A', Kontakt: 'Stadt', 'E-Mail': 'a@b.example', Telefon: '1'}]).contact).to.deep.equal({
      name: 'Stadt',
      email: 'a@b.example',
      phone: '1',
      url: '',
    });
  });
});

describe('readJsonFeed', () => {
  it('reads version 1.0, and unusual items', () => {
    const {practices, warnings} = readFeed({
      version: 'https://jsonfeed.org/version/1',
      title: 'T',
      items: [
        null,
        {id: 1, content_text: 'no title'},
        {
          id: 2,
          title: '<b>R&amp;D</b>',
          url: '/a',
          external_url: 'https://x.example/',
          _x: 'text',
          date_published: '2020',
        },
      ],
    });
    expect(practices).to.have.length(1);
    expect(warnings.map(({code}) => code)).to.deep.equal(['not-a-record', 'no-title']);
    expect(practices[0]).to.deep.include({id: '2', url: 'https://city.example/a'});
    expect(practices[0]!.title[0]!.text).to.equal('R&D');
    expect(practices[0]!.period.text).to.equal('');
    expect(practices[0]!.links.map(({url}) => url)).to.deep.equal(['https://x.example/']);
  });

  it('is recognized by its version, and reads a feed without items', () => {
    expect(readFeed({version: 'https://jsonfeed.org/version/1.1', items: []}).practices).to.deep.equal([]);
    expect(errorOf({title: 'T'}, 'json-feed').message).to.include('is not JSON Feed');
  });
});

describe('readWordPress', () => {
  const post = (fields: object) => [{id: 9, slug: 'a', title: {rendered: 'A'}, ...fields}];

  it('reads posts without embedded objects and with empty fields', () => {
    const practice = readOne(
      post({
        slug: '%d1%81%d0%b0%d0%b4',
        title: {rendered: '<em>R&#038;D</em> &#8211; &amp;lt;b&amp;gt;'},
        date: '2024-01-01T00:00:00',
        excerpt: {rendered: '<p>Some [&hellip;]</p>\n', protected: false},
        content: {rendered: '', protected: true},
        categories: [3],
        themes: [4, 5],
        meta: [],
        acf: {city: false, country: '', year: null},
      }),
    );
    expect(practice).to.deep.include({
      id: '9',
      title: 'R&D – &lt;b&gt;',
      summary: 'Some […]',
      topics: [],
      sections: [],
    });
    expect(practice.places).to.deep.equal([]);
    expect(practice.period.text).to.equal('');
  });

  it('reads custom fields of the site in all usual places', () => {
    const practice = readOne(
      post({
        stadt: 'Köln',
        meta: {_land: 'Deutschland'},
        acf: {date: '2019', topic: {term_id: 1, name: 'Arbeit'}},
        lang: 'de',
      }),
    );
    expect(practice.places).to.deep.equal([{city: 'Köln', country: 'DE', location: null}]);
    expect(practice).to.deep.include({topics: ['Arbeit']});
    expect(practice.period.from).to.equal(2019);
    expect(readFeed(post({lang: 'de'})).practices[0]!.title).to.deep.equal([{lang: 'de', text: 'A'}]);
  });

  it('refuses a document that is not a list', () => {
    expect(errorOf({code: 'rest_no_route'}, 'wordpress').message).to.include('no list of posts');
  });
});

describe('readDrupal', () => {
  it('reads nodes without included objects', () => {
    const practice = readOne({
      data: [
        {
          type: 'node--article',
          id: 'u-1',
          attributes: {title: 'A', body: null, drupal_internal__nid: 5, created: '2020-01-01', path: {alias: null}},
          relationships: {field_tags: {data: [{type: 'taxonomy_term--tags', id: 't'}]}, field_image: {}},
        },
      ],
    });
    expect(practice).to.deep.include({id: '5', url: 'https://city.example/en/node/5', topics: [], image: null});
    expect(practice.period.text).to.equal('');
  });

  it('ignores files that are not images, and objects that refer to themselves', () => {
    const practice = readOne({
      jsonapi: {version: '1.0'},
      data: [
        {
          id: 'u-1',
          attributes: {title: 'A'},
          relationships: {
            field_report: {data: {type: 'file--file', id: 'pdf'}},
            field_media: {data: {type: 'media--image', id: 'm'}},
          },
        },
      ],
      included: [
        {type: 'file--file', id: 'pdf', attributes: {filemime: 'application/pdf', uri: {url: '/a.pdf'}}},
        {type: 'media--image', id: 'm', relationships: {self: {data: {type: 'media--image', id: 'm'}}}},
      ],
    });
    expect(practice).to.include({id: 'u-1', url: '', image: null});
  });
});

describe('readDrupal, with a field of the type “address”', () => {
  it('takes city and country of it, and no coordinates, whatever its name is', () => {
    const address = {country_code: 'CH', locality: 'Zürich', postal_code: '8001'};
    const {practices, warnings} = readFeed({
      data: [{type: 'node--a', id: 'u', attributes: {title: 'A', field_location: address}}],
    });
    expect(practices[0]!.places).to.deep.equal([{city: 'Zürich', country: 'CH', location: null}]);
    expect(warnings).to.deep.equal([]);
  });
});

describe('readDrupal, where JSON:API has another address', () => {
  it('never links into the API', () => {
    const data = [{type: 'node--a', id: 'u', attributes: {title: 'A', path: {alias: '/practices/a'}}}];
    const {records} = readDocument({data}, 'https://city.example/api/node/a');
    expect(records[0]).to.include({url: '/practices/a'});
  });
});

describe('readGeoJson', () => {
  it('reads points, and features without a place or with another geometry', () => {
    const feature = (geometry: unknown, properties: unknown = {title: 'A'}) => ({
      type: 'Feature',
      geometry,
      properties,
    });
    const {practices, warnings} = readFeed({
      type: 'FeatureCollection',
      features: [
        feature(null),
        feature({type: 'Polygon', coordinates: [[[0, 0], [1, 1], [0, 0]]]}), // prettier-ignore
        feature({type: 'MultiPoint', coordinates: [[4.8, 45.8], [2.3, 48.8]]}, {title: 'A', city: 'Lyon; Paris'}), // prettier-ignore
        feature({type: 'Point', coordinates: 'x'}),
        feature({type: 'Point', coordinates: [1, 2]}, null),
        null,
      ],
    });
    expect(practices.map(({places}) => places.map(({location}) => location))).to.deep.equal([
      [],
      [],
      [
        [45.8, 4.8],
        [48.8, 2.3],
      ],
      [],
    ]);
    expect(warnings.map(({code}) => code)).to.deep.equal(['no-title', 'not-a-record']);
  });
});

describe('the next page', () => {
  it('is returned if the document names one', () => {
    expect(readRaw({version: 'https://jsonfeed.org/version/1', items: [], next_url: 'x'}).next).to.equal('x');
    expect(readRaw({jsonapi: {}, data: [], links: {next: 'y'}}).next).to.equal('y');
    expect(readRaw('<feed><link rel="next" href="?page=2"/></feed>').next).to.equal(
      'https://city.example/en/jsonapi/practices?page=2',
    );
    expect(readRaw([{titre: 'A'}]).next).to.equal(undefined);
  });
});
