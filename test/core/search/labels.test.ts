import {expect} from '@open-wc/testing';
import {createLabels} from '../../../src/core/search/labels.js';

describe('createLabels', () => {
  const topics = [
    {
      id: 'education',
      label: [
        {lang: 'en', text: 'Education'},
        {lang: 'fr', text: 'Éducation'},
      ],
    },
  ];

  it('names topics as the feed does, and countries as the browser does', () => {
    const labels = createLabels(topics, 'fr-CH');
    expect(labels.of('topic', 'education')).to.equal('Éducation');
    expect(labels.of('topic', 'sport')).to.equal('sport');
    expect(labels.of('country', 'ES')).to.equal('Espagne');
    expect(labels.of('city', 'Leeds')).to.equal('Leeds');
  });

  it('lets names that are given go before those, for the very value only (I-21)', () => {
    const names = {topic: {education: 'Bildung'}, country: {XK: 'Kosovo*'}, city: {Wien: 'Vienna'}};
    const labels = createLabels(topics, 'de', names);
    expect(labels.of('topic', 'education')).to.equal('Bildung');
    expect(labels.of('country', 'XK')).to.equal('Kosovo*');
    expect(labels.of('country', 'ES')).to.equal('Spanien');
    expect(labels.of('city', 'Wien')).to.equal('Vienna');
    for (const value of ['constructor', '__proto__', 'toString']) expect(labels.of('topic', value)).to.equal(value);
  });

  it('finds a value by every name that it has, whichever is shown', () => {
    const labels = createLabels(topics, 'fr', {topic: {education: 'Bildung'}, country: {ES: 'Spanje'}});
    expect(labels.namesOf('topic', 'education')).to.deep.equal(['Bildung', 'Education', 'Éducation']);
    expect(labels.namesOf('topic', 'sport')).to.deep.equal(['sport']);
    expect(labels.namesOf('country', 'ES')).to.include.members(['Spanje', 'Spain']);
    expect(createLabels(topics, 'fr').namesOf('topic', 'education')).to.deep.equal(['Éducation', 'Education']);
  });
});
