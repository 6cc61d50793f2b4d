// The feed as the author of such a page would read it: the texts of the cards, and the values of three facets.
const regions = new Intl.DisplayNames('en', {type: 'region'});
/** Feeds give codes, or names. */
const countryName = (country) => (/^[A-Z]{2}$/.test(country) ? regions.of(country) : country);
const words = (id) => id.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

export const facetNames = ['topics', 'country', 'years'];
/** Cards at first, and with each “Show more”. */
export const PAGE = 12;
/** Values of a facet. */
export const FEW = 6;

/** @returns {Promise<object[]>} of flat records, numbered as they come; the demo's feed and the generated ones */
export async function fetchRecords(address) {
  const {practices} = await (await fetch(address)).json();
  return practices.map(({title, city = '', country, years, period, topics, summary, sections = []}, id) => ({
    id,
    title,
    city: [city].flat().join(', '),
    country: [countryName(country)],
    topics: topics.map(words),
    years: (years ?? (period ? [period] : [])).map(String),
    text: [summary, ...sections.map((section) => section.text)].filter(Boolean).join('\n'),
    sections,
  }));
}

/** What the first line of a card says, and its short text. */
export const placeLine = ({city, country, years}) => `${city}, ${country} · ${years.join(', ')}`;
export const shortText = ({text}) => `${text.slice(0, 260)} …`;

/** Of the practices that were found, which meet what is chosen; and the counts of each facet with its own choice set aside. */
export function refine(found, chosen) {
  const counts = Object.fromEntries(facetNames.map((name) => [name, new Map()]));
  const hits = found.filter((record) => {
    const missed = facetNames.filter(
      (name) => chosen[name].size && !record[name].some((value) => chosen[name].has(value)),
    );
    for (const name of facetNames)
      if (missed.every((other) => other === name))
        for (const value of record[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    return missed.length === 0;
  });
  const facets = facetNames.map((name) => ({
    name,
    values: [...counts[name]].map(([value, count]) => ({value, count})).sort((a, b) => b.count - a.count),
  }));
  return {hits, facets};
}

/** A page says the same as ours, so that all are measured alike: once with everything in it that follows from what was typed. */
export const tell = (type, detail = {}) =>
  document.dispatchEvent(new CustomEvent(type, {detail, bubbles: true, composed: true}));
