import {expect} from '@open-wc/testing';
import {createLabels} from '../../../../src/core/search/labels.js';

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

  it('takes the names of topics from the feed, and those of countries from the browser', () => {
    const labels = createLabels(topics, 'fr-CH');
    expect(labels.of('topic', 'education').text).to.equal('Éducation');
    expect(labels.of('topic', 'sport').text).to.equal('sport');
    expect(labels.of('country', 'ES').text).to.equal('Espagne');
    expect(labels.of('city', 'Leeds').text).to.equal('Leeds');
  });

  // Requirement: I-21
  it('prefers the names of the page, for exactly these values', () => {
    const names = {topic: {education: 'Bildung'}, country: {XK: 'Kosovo*'}, city: {Wien: 'Vienna'}};
    const labels = createLabels(topics, 'de', names);
    expect(labels.of('topic', 'education').text).to.equal('Bildung');
    expect(labels.of('country', 'XK').text).to.equal('Kosovo*');
    expect(labels.of('country', 'ES').text).to.equal('Spanien');
    expect(labels.of('city', 'Wien').text).to.equal('Vienna');
    for (const value of ['constructor', '__proto__', 'toString'])
      expect(labels.of('topic', value).text).to.equal(value);
  });

  it('knows the language of a topic’s label, and none of other labels', () => {
    const labels = createLabels(topics, 'de', {country: {ES: 'Spanien'}});
    expect(labels.of('topic', 'education').lang).to.equal('en');
    expect(labels.of('topic', 'sport').lang).to.equal('');
    expect(labels.of('country', 'ES').lang).to.equal('');
    expect(createLabels(topics, 'de', {topic: {education: 'Bildung'}}).of('topic', 'education').lang).to.equal('');
  });

  it('finds a value by each of its names, whichever is shown', () => {
    const labels = createLabels(topics, 'fr', {topic: {education: 'Bildung'}, country: {ES: 'Spanje'}});
    expect(labels.namesOf('topic', 'education')).to.deep.equal(['Bildung', 'Education', 'Éducation']);
    expect(labels.namesOf('topic', 'sport')).to.deep.equal(['sport']);
    expect(labels.namesOf('country', 'ES')).to.include.members(['Spanje', 'Spain']);
    expect(createLabels(topics, 'fr').namesOf('topic', 'education')).to.deep.equal(['Éducation', 'Education']);
  });
});
