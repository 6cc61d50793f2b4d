import {remedies} from '../feed/advice.js';
import type {FindingCode, Severity} from './report.js';

/** The severity of each finding, and how to fix it. */
export const hints: Record<FindingCode, readonly [Severity, string]> = {
  // loading
  network: [
    'error',
    'Open the address in a browser. If it works there, but not on a page of another site, the server must send Access-Control-Allow-Origin.',
  ],
  http: ['error', 'Open the address in a private browser window. It must show the feed.'],
  timeout: ['error', 'Try again later. If it fails again, the server is too slow or does not answer.'],
  redirected: [
    'error',
    'Serve all pages of the feed and its texts from one host, without a redirect to another. For privacy, the widget contacts no other host.',
  ],
  'too-large': ['error', 'Remove what visitors do not need, or publish fewer practices.'],
  'not-json': ['error', 'Look at the beginning of the document. It should be a list of practices.'],
  'not-a-feed': [
    'error',
    'Write a list of practices, [{"title": "…"}], or an object with such a list, {"practices": […]}. In a table, name one column “title”.',
  ],
  'unreadable-file': ['error', 'Check its name and the current folder.'],
  'not-text': ['error', 'Publish the feed as text: a table as CSV, JSON, RSS or Atom.'],
  'web-page': [
    'error',
    'Use the address of the feed itself. If it is correct, the server asks for a login or shows an error.',
  ],
  'no-practices': ['error', 'Add at least one practice with a title.'],

  'feed-failed': ['error', 'Open its address in a browser. It may have moved, or it may need a login.'],
  'texts-failed': [
    'warning',
    'Open the address in "texts" in a browser. It must be a list of practices, on the same host as the feed.',
  ],
  'page-failed': ['error', 'Open the address of that page in a browser. It may have moved, or it may need a login.'],
  'too-many-pages': ['warning', 'Configure the server to send more practices per page.'],
  'missing-posts': [
    'warning',
    'Run the check again. If posts are still missing, compare their ids on the pages of the feed.',
  ],

  // not JSON
  'empty-document': ['error', 'Save the feed again. The file has no content.'],
  'cut-off': ['error', 'Save or upload the file again, and check that all brackets are closed.'],
  'trailing-comma': ['error', 'Remove this comma.'],
  'extra-comma': ['error', 'Remove this comma, or add the missing value.'],
  'missing-comma': ['error', 'Add a comma after the value before it.'],
  'missing-colon': ['error', 'Add a colon after the name.'],
  'wrong-quotes': ['error', 'Put names and texts in straight double quotes: "…".'],
  'unquoted-name': ['error', 'Put the name in double quotes: "title": "…".'],
  'quote-in-text': [
    'error',
    'Write a quote within a text as \\", or use “…” instead. If the text ends here, add a comma.',
  ],
  'line-break-in-text': ['error', 'Close the text with ", or write the line break as \\n.'],
  'control-in-text': ['error', 'Write a tab as \\t, and remove other control characters.'],
  'bad-escape': ['error', 'Write a backslash in a text twice: \\\\.'],
  'wrong-bracket': ['error', 'Close each { with } and each [ with ], the last opened first.'],
  comment: ['error', 'Remove the comment. JSON does not allow comments.'],
  'invisible-character': ['error', 'Delete the characters around this place and type them again.'],
  'not-a-value': ['error', 'Put texts in double quotes. Only numbers, true, false and null need none.'],
  'more-after-end': [
    'error',
    'Put several documents into one list, [ …, … ], and remove everything else that follows.',
  ],
  'script-around': ['error', 'Remove everything before the first [ or { and after the last ] or }.'],
  'unexpected-character': [
    'error',
    'Compare the line with the one before it. A quote, a comma or a bracket is missing.',
  ],

  // the feed
  'no-posts': ['note', remedies['no-posts']],
  'no-places': ['note', remedies['no-places']],
  'ten-posts': ['note', remedies['ten-posts']],
  'no-next-page': ['warning', remedies['no-next-page']],
  'unknown-version': ['warning', 'Write "version": "1".'],
  'bad-topic': ['warning', 'Add an "id" and a "label" to the topic.'],
  'bad-facet': [
    'warning',
    'Write "facets" as a list: [{"name": "target", "field": "Target group", "label": "Target group", "type": "list"}].',
  ],
  'bad-facet-name': ['warning', 'Begin with a small letter, for example "target" or "target-group".'],
  'reserved-facet-name': ['warning', 'Choose another name. The page address and the format use this one.'],
  'duplicate-facet': ['warning', 'Remove one of them, or give it another name.'],
  'too-many-facets': ['warning', 'Use at most six.'],
  'no-facet-label': ['warning', 'Add a "label", for example {"en": "Target group", "de": "Zielgruppe"}.'],
  'unknown-facet-type': ['warning', 'Use text, list, number or year.'],
  'other-facet-type': ['warning', 'Use the same type in all feeds.'],
  'bad-facet-value': [
    'warning',
    'Write a text, a number, or a list of them. A number has digits, and a dot before decimals: 31000 or 1250.5. Do not write 31.000, which may mean 31 or 31000. A year has up to four digits: 2019.',
  ],
  'bad-synonyms': [
    'warning',
    'Write each group as a list, and each term as a separate text: "synonyms": [["KiTa", "nursery"]].',
  ],
  'too-many-synonyms': ['warning', 'Use at most 500 groups of 20 terms.'],
  'bad-collection': [
    'warning',
    'Write {"id": "start", "title": "Where to start", "practices": ["…"]}, with the ids of the practices.',
  ],
  'duplicate-collection': ['warning', 'Give each collection its own id, as links contain it.'],
  'too-many-collections': ['warning', 'Use at most 24 collections of 500 practices.'],
  'too-many-examples': ['warning', 'Use at most three examples.'],
  'missing-practice': ['warning', 'Use the id of a practice of this feed. Addresses of open practices show their ids.'],
  'listed-twice': ['note', 'Remove the second one. The collection shows the practice once.'],
  'empty-collection': ['warning', 'Add ids of practices of this feed. Visitors do not see an empty collection.'],
  'bad-filter-feed': [
    'warning',
    'Write a filter and an address for each: "feeds": [{"filter": "topic:education", "url": "https://…"}].',
  ],
  'too-many-practices': ['warning', 'Raise the attribute max-practices, or publish fewer practices.'],
  'bad-date': ['warning', 'Write year, month and day: "2026-11-24". A time may follow: "2026-11-24T10:00:00Z".'],

  // records
  'not-a-record': ['error', 'Write each practice as an object: {"title": "…"}.'],
  'no-title': ['error', 'Add a "title". Without one, the practice is not shown.'],
  'duplicate-id': ['warning', 'Give each practice its own id, as links contain it.'],
  'unknown-field': [
    'note',
    'Use the field names of the format. Values in other fields are not shown, unless the tag makes filters of them: facets="target-group:list" for a column “Target group”.',
  ],
  'unused-field': [
    'note',
    'Move the text to the column or field that is shown, or rename this one. If it is a translation, end the name with the language: title_de.',
  ],
  'empty-facet': [
    'warning',
    'Write the name of the field in "field" as the practices have it. Capital letters, spaces, hyphens and underscores make no difference.',
  ],
  'not-embedded': [
    'warning',
    'Add _embed to the address (WordPress), or include= with the names of these fields (Drupal: ?include=field_topics,field_image).',
  ],
  'misspelt-field': ['warning', 'Correct the name. The value is not shown.'],

  // fields
  'bad-text': ['warning', 'Write a text in quotes, or texts by language: {"en": "…", "fr": "…"}.'],
  'text-too-long': ['warning', 'Shorten it. Visitors can see and find only the beginning.'],
  'too-much-text': [
    'warning',
    'Shorten the sections, or split the practice. Visitors can see and find only the text before this place.',
  ],
  'too-many-marks': ['warning', 'Remove the marks. Only a few of them are shown, as more would cover the lines above.'],
  'unknown-language': ['warning', 'Use a language tag, for example "en", "fr" or "pt-BR".'],
  'empty-section': ['warning', 'Add the text of the section, or remove the section.'],
  'unknown-period': ['warning', 'Write years with four digits: "2018", "2018–2021", "2018 - ongoing".'],
  'unknown-country': [
    'warning',
    'Use the code with two letters (ISO 3166-1), for example "GB", or the usual name of the country.',
  ],
  'unknown-topic': ['warning', 'Describe it in "topics" of the feed, or use an id from there.'],
  'bad-location': ['warning', 'Write latitude and longitude in degrees: [53.8, -1.55].'],
  'swapped-location': ['warning', 'Write latitude first: [53.8, -1.55].'],
  'too-many-items': ['warning', 'Remove some, or split the practice. The first 200 count.'],
  'unpaired-places': [
    'warning',
    'Write as many countries and locations as cities, in the same order, or one country for all.',
  ],
  'foreign-address': ['warning', 'Move them to the host of the feed. For privacy, the widget contacts no other host.'],
  'bad-address': ['warning', 'Write a complete address: "https://…", or name@example.org for an email.'],

  // what visitors notice
  'duplicate-practice': ['warning', 'Keep one of them. If they are different practices, give them different titles.'],
  'city-spellings': ['warning', 'Use one spelling. The filters merge them, but the cards show both.'],
  'maybe-one-city': ['note', 'If they are the same city, use one name.'],
  'topic-spellings': [
    'warning',
    'Use one spelling. Otherwise the topic is twice in the filters, each with some of its practices.',
  ],
  'incomplete-address': [
    'warning',
    'Begin the address of a page with "https://", and that of an email with "mailto:". Otherwise it is a file beside the feed.',
  ],
  'insecure-link': ['warning', 'Use https:// if the site supports it. Browsers flag http:// links as not secure.'],
  'insecure-image': ['warning', 'Use https://. On a secure page, browsers do not show other images.'],
  'no-summary': ['note', 'Add one or two sentences about the practice. The card shows them.'],
  'no-years': [
    'note',
    'Add a "period", for example "2018 - ongoing". Without one, the practice only appears under “No date given”.',
  ],
  'no-place': ['note', 'Add the "city" and the "country".'],
  'no-topics': ['note', 'Add at least one topic. Many visitors search by topic.'],
  'no-alt': ['note', 'Describe the image in "alt", for visitors who cannot see it.'],
  'unreadable-filter': [
    'warning',
    'Write it as in the attribute scope: topic:education country:ES city:"San Sebastián". Otherwise no visitor is offered this feed.',
  ],
  'unknown-filter-value': [
    'warning',
    'Correct the value. A topic is named by its id, a country by its code. Otherwise no visitor is offered this feed.',
  ],
  'short-text': ['note', 'Write more in "sections", or remove them and add a "url" instead.'],
  'damaged-text': [
    'warning',
    'Type the letter again where “\uFFFD” is shown, and save the feed as UTF-8. Perhaps a program cut the text within a letter.',
  ],
  'shown-tags': [
    'warning',
    'Write HTML only in sections, as {"html": "<p>…</p>"}. In titles, summaries and headings, remove the tags, or write &lt; for <.',
  ],
  'wrong-encoding': [
    'warning',
    'Save a table as “CSV UTF-8” in Excel. Let other programs write UTF-8, and convert a text only once.',
  ],
  'wrong-language': [
    'warning',
    'Declare the language: "titleLang", {"fr": "…"} for a text, or "language" for the whole feed.',
  ],
};
