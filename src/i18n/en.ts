/** A message in the plural forms that CLDR knows for a language. `other` is always present. */
export type PluralForms = {readonly other: string} & {readonly [form in Intl.LDMLPluralRule]?: string};

/**
 * The English messages. They are built into the script, and their type is that of every language.
 *
 * - `{count}`, `{total}`, `{from}` and `{to}` are numbers in the notation of the language. Other
 *   placeholders are texts.
 * - The plural form depends on `{total}` if the view passes it, otherwise on `{count}`.
 * - Wording: sentence case, verb first on buttons, a full stop only after full sentences.
 *   A failure says what happened, then what visitors can do.
 * - An inserted text keeps its form: no article, case or gender may depend on it. A colon helps.
 */
export const en = {
  search: 'Search good practices',
  searchHint: 'Results update as you type',
  searchExample: 'For example: {examples}',
  skipToResults: 'Skip to results',
  clearSearch: 'Clear search',
  searching: 'Searching…',
  results: 'Good practices',
  countAll: {one: '{count} practice', other: '{count} practices'},
  countSome: {one: '{count} of {total} practice', other: '{count} of {total} practices'},
  // What the next three are, for screen readers: ways to look at the same practices, each with a tab above the list.
  views: 'Views',
  // A tab above the list: the practices one by one, each on a card. The word must not mean maps: in some languages, “List” is better.
  viewCards: 'Cards',
  // A tab above the list: a square for each country, with the number of its practices.
  viewMap: 'Map',
  // A tab above the list: tables and charts with numbers of practices.
  viewStatistics: 'Statistics',
  // Above the map. It has one square for each country, with a code of two letters and the number of its practices.
  mapHint: 'Each square is a country. Select one to see its cities and practices.',
  // The heading above the countries that are not in Europe or near it.
  otherCountries: 'Other countries',
  // A footnote of the Council of Europe, which has official translations. Use the official one if there is one.
  kosovoNote:
    'All reference to Kosovo, whether to the territory, institutions or population, in this text shall be understood in full compliance with United Nations Security Council Resolution 1244 and without prejudice to the status of Kosovo.',
  partial: 'No practice contains all of these words. Here are the closest matches.',
  loading: 'Loading good practices…',
  nothingFound: 'Nothing found',
  noneForQuery: 'No practice matches “{query}”.',
  noneForRefinements: 'No practice matches these filters: {refinements}.',
  noneForBoth: 'No practice matches “{query}” with these filters: {refinements}.',
  didYouMean: 'Did you mean {query}?',
  showingFor: 'Showing results for {query}',
  alsoFound: 'Also found: {terms}',
  searchOnly: 'Search only for “{query}”',
  offeredFilters: 'Suggested filters',
  offeredFilter: 'Filter: {attribute} {value} ({count})',
  understoodIn: 'Language of your words: {language}',
  textsIn: 'The practices are written in {language}.',
  searchFor: 'Search for “{query}”',
  without: {one: 'Without {what}: {count} practice', other: 'Without {what}: {count} practices'},
  theQuery: '“{query}”',
  theFilters: '{attribute} – {values}',
  emptyFeed: 'There are no practices here yet.',
  failed: 'The good practices could not be loaded',
  failedNetwork: 'Please check your connection and try again.',
  failedTimeout: 'The server took too long to answer. Please try again.',
  failedHttp: 'The server answered with an error ({status}). Please try again later.',
  failedForbidden: 'The list is not public.',
  failedMissing: 'The list could not be found.',
  failedBusy: 'The server is busy. Please try again in a few minutes.',
  failedTooLarge: 'The list is too large for this page.',
  failedContent: 'The server did not send a list of practices.',
  retry: 'Try again',
  filters: 'Filters',
  filtersChosen: 'Filters ({count})',
  showResults: {one: 'Show {count} practice', other: 'Show {count} practices'},
  topic: 'Topic',
  country: 'Country',
  city: 'City',
  year: 'Year',
  source: 'Source',
  ongoing: 'Ongoing',
  noDate: 'No date given',
  yearsBetween: '{start} to {end}',
  yearsFrom: '{start} onwards',
  yearsUntil: 'until {end}',
  chosen: {one: '{count} selected', other: '{count} selected'},
  findValue: 'Search: {attribute}',
  valuesFound: {one: '{count} match', other: '{count} matches'},
  citiesOf: 'Cities: {country}',
  moreValues: 'Show {count} more',
  fewerValues: 'Show fewer',
  chosenFilters: 'Selected filters',
  removeFilter: 'Remove filter: {attribute}, {value}',
  clearFilters: 'Clear filters',
  clearAll: 'Clear all',
  sort: 'Sort by',
  relevance: 'Relevance',
  feed: 'Recommended',
  newest: 'Newest first',
  oldest: 'Oldest first',
  title: 'Title',
  byCity: 'City',
  topics: 'Topics',
  place: 'Place',
  cityInCountry: '{city}, {country}',
  filterBy: 'Filter by {value}',
  readMore: 'Read more',
  readLess: 'Read less',
  readMoreAbout: 'Read more: {title}',
  readLessAbout: 'Read less: {title}',
  sourceOn: 'Source on {host}',
  textLanguage: 'Text in {language}',
  links: 'Links',
  contact: 'Contact',
  showMore: 'Show more practices',
  notPrinted: {one: '{count} more practice is not printed.', other: '{count} more practices are not printed.'},
  shown: 'Practices {from} to {to} of {total}',
  // A link below the practices that match the selected filters, with the host of the feed after it.
  // Feed readers then tell visitors of new practices with these filters.
  followSearch: 'Follow this search by RSS or Atom',
  download: 'Download',
  myList: 'My list',
  listCount: {one: 'My list: {count} practice', other: 'My list: {count} practices'},
  listFull: 'My list is full. It holds at most {count} practices. Remove one to add another.',
  sharedList: {one: 'A list of {count} practice', other: 'A list of {count} practices'},
  // The heading above the collections of practices that the editors of the feed made, such as “Where to start”: a few buttons above the list.
  collections: 'Collections',
  // One of these, where texts name filters and their values: “Remove filter: Collection, Where to start”.
  collection: 'Collection',
  // The label of a field in “My list”. Visitors type what the list is called, for example “Three ideas for our mayor”.
  listTitle: 'Title of the list',
  // The label of a field in “My list”. Visitors type a few lines to the people who get the list.
  listNote: 'Note',
  // Below both fields, about their texts. “On paper”: in what the button “Print” prints.
  listTextsHint: 'The title and the note appear in the e-mail and on paper, not in the link.',
  // In an e-mail, the last line of a list of titles: the number of those that found no room.
  andMore: {one: 'and {count} more', other: 'and {count} more'},
  // In a printed list, the heading above the titles of its practices: the table of contents.
  contents: 'Contents',
  clearedToShow: 'Search and filters were cleared to show this practice.',
  handIn: 'Template: submit a practice',
  updated: 'Updated {date}',
  license: 'Licence: {license}',
  cutAt: 'Only the first {count} practices are shown.',
  cut: 'Only the first {count} of {total} practices are shown.',
  loadingText: 'Loading the full text…',
  textFailed: 'The full text could not be loaded.',
  yearsPicture: 'Practices by year, {start} to {end}; most in {peak}: {count}',
  firstYear: 'First year',
  lastYear: 'Last year',
  yearFrom: 'From',
  yearTo: 'to',
  yearsCorrected: 'Years changed to {start} – {end}',
  sendLink: 'Share…',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  sendEmail: 'Send by e-mail',
  downloadAll: {one: 'Download {count} practice as', other: 'Download {count} practices as'},
  asCsv: 'Table (CSV)',
  asJson: 'Data (JSON)',
  saved: {one: '{count} practice downloaded as {file}', other: '{count} practices downloaded as {file}'},
  similar: 'More like this',
  unlist: 'Remove from my list: {title}',
  printList: 'Print',
  printAll: 'Print all',
  clearList: 'Clear list',
  gone: {
    one: '{count} practice on this list is no longer available.',
    other: '{count} practices on this list are no longer available.',
  },
  allPractices: 'All good practices',
  feedMissing: 'One of the lists could not be loaded ({host}).',
  close: 'Close',
  newPractices: {one: '{count} new practice', other: '{count} new practices'},
  listChanged: 'The list has changed.',
  showNew: 'Show',
  // In the statistics, the heading of a table. Its rows are topics, its columns countries.
  byTopicAndCountry: 'Practices by topic and country',
  // In the statistics, the heading of a chart and its numbers.
  byYear: 'Practices by year',
  // In the statistics, the heading of a list of cities with the number of their practices, the highest first.
  topCities: 'Cities with most practices',
  // In these tables, a row or year without any practice. It says nothing about what the city does, only what the feed has.
  noPractice: 'No practice published here',
  // In the table of topics and countries, the row and the column that count all practices of a country or topic.
  total: 'Total',
  // Below that table: why a total is not the sum of its numbers.
  countedForEach: 'A practice with several topics or countries counts for each of them.',
  // Opens and closes a table below the chart.
  numbersByYear: 'Numbers by year',
  // Read out after a visitor downloaded a table of the statistics. {file} is the name of the file.
  savedAs: 'Downloaded as {file}',
} satisfies Record<string, string | PluralForms>;
