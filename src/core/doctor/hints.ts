import type {FindingCode, Severity} from './report.js';

/** How much each finding weighs, and how to mend it. */
export const hints: Record<FindingCode, readonly [Severity, string]> = {
  // not to be had
  network: [
    'error',
    'Open the address in a browser. If it works there, its server must still send Access-Control-Allow-Origin to pages of other sites.',
  ],
  http: ['error', 'Open the address in a browser: it may have moved, or need a login.'],
  timeout: ['error', 'Try again later; if it stays, the server is too slow or does not answer.'],
  'too-large': ['error', 'Leave out what visitors do not need, or publish a part of the practices.'],
  'not-json': ['error', 'Look at the beginning of the document: it should be a list of practices.'],
  'not-a-feed': [
    'error',
    'Write a list of practices, [{"title": "…"}], or an object with such a list, {"practices": […]}; in a table, call one column “title”.',
  ],
  'unreadable-file': ['error', 'Look at its name, and at the folder that you are in.'],
  'web-page': [
    'error',
    'Give the address of the feed itself. If it is right, the server asks for a login or shows an error.',
  ],
  'no-practices': ['error', 'Write at least one practice with a title.'],

  'feed-failed': ['error', 'Open its address in a browser: it may have moved, or need a login.'],
  'texts-failed': [
    'warning',
    'Open the address in "texts" in a browser: it must be on the host of the feed, and a list of practices.',
  ],
  'page-failed': ['error', 'Open the address of that page in a browser: it may have moved, or need a login.'],
  'too-many-pages': ['warning', 'Have the server send more practices a page.'],
  'missing-posts': [
    'warning',
    'Run the check again: if posts are still missing, compare their ids on the pages of the feed.',
  ],

  // not JSON
  'empty-document': ['error', 'Save the feed again: the file was written without its content.'],
  'cut-off': ['error', 'Save or upload the file again, and see that all brackets are closed.'],
  'trailing-comma': ['error', 'Take this comma away.'],
  'extra-comma': ['error', 'Take this comma away, or write the value that is missing.'],
  'missing-comma': ['error', 'Write a comma after the value before it.'],
  'missing-colon': ['error', 'Write a colon after the name.'],
  'wrong-quotes': ['error', 'Put names and texts between straight double quotes: "…".'],
  'unquoted-name': ['error', 'Put the name between double quotes: "title": "…".'],
  'quote-in-text': ['error', 'Write a quote within a text as \\", or use “…” there; or a comma is missing here.'],
  'line-break-in-text': ['error', 'Close the text with ", or write the line break as \\n.'],
  'control-in-text': ['error', 'Write a tab as \\t, and take other control characters away.'],
  'bad-escape': ['error', 'Write a backslash in a text twice: \\\\.'],
  'wrong-bracket': ['error', 'Close each { with } and each [ with ], in turn.'],
  comment: ['error', 'Take the comment away.'],
  'invisible-character': [
    'error',
    'Delete it: put the cursor there, and delete and write again what stands around it.',
  ],
  'not-a-value': [
    'error',
    'Put texts between double quotes. Without them only numbers, true, false and null can stand.',
  ],
  'more-after-end': ['error', 'Put several documents into one list, [ …, … ], and take away whatever else follows.'],
  'script-around': ['error', 'Take away everything before the first [ or { and after the last ] or }.'],
  'unexpected-character': [
    'error',
    'Compare the line with the one before it: a quote, a comma or a bracket is missing.',
  ],

  // the feed
  'unknown-version': ['warning', 'Write "version": "1".'],
  'bad-topic': ['warning', 'Give the topic an "id" and a "label".'],
  'bad-synonyms': [
    'warning',
    'Write each group as a list, and each term as a text of its own: "synonyms": [["KiTa", "nursery"]].',
  ],
  'too-many-synonyms': ['warning', 'Keep to 500 groups of 20 terms.'],
  'too-many-practices': ['warning', 'Raise max-practices on the tag, or publish fewer practices.'],

  // records
  'not-a-record': ['error', 'Write each practice as an object: {"title": "…"}.'],
  'no-title': ['error', 'Give the practice a "title": without one there is nothing to show.'],
  'duplicate-id': ['warning', 'Give each practice an id of its own: links lead to it.'],
  'unknown-field': ['note', 'Use the names of the format. What stands under others is not shown.'],
  'unused-field': [
    'note',
    'Put the text into the column or field that is shown, or give this one a name of its own. For another language, end the name with its code: title_de.',
  ],
  'not-embedded': [
    'warning',
    'Add _embed to the address (WordPress), or include= with the names of these fields (Drupal: ?include=field_topics,field_image).',
  ],
  'misspelt-field': ['warning', 'Correct the name: what stands under it is not shown.'],

  // fields
  'bad-text': ['warning', 'Write a text in quotes, or an object of texts by language: {"en": "…", "fr": "…"}.'],
  'text-too-long': ['warning', 'Shorten it. Visitors see, and find, only the beginning.'],
  'too-much-text': [
    'warning',
    'Shorten the sections, or split the practice. Visitors see, and find, only what is before this place.',
  ],
  'unknown-language': ['warning', 'Use a language tag such as "en", "fr" or "pt-BR".'],
  'empty-section': ['warning', 'Write the text of the section, or take the section away.'],
  'unknown-period': ['warning', 'Write years in four digits: "2018", "2018–2021", "2018 - ongoing".'],
  'unknown-country': [
    'warning',
    'Use the code of two letters (ISO 3166-1), such as "GB", or the usual name of the country.',
  ],
  'unknown-topic': ['warning', 'Describe it in "topics" of the feed, or use the id of one that stands there.'],
  'bad-location': ['warning', 'Write latitude and longitude in degrees: [53.8, -1.55].'],
  'swapped-location': ['warning', 'Write latitude first: [53.8, -1.55].'],
  'unpaired-places': [
    'warning',
    'Write as many countries and locations as cities, in the same order; or one country for all.',
  ],
  'foreign-address': ['warning', 'Put them on the host of the feed: nobody who reads it is sent to another unasked.'],
  'bad-address': ['warning', 'Write a whole address: "https://…", or name@example.org for an email.'],

  // what only shows in use
  'duplicate-practice': [
    'warning',
    'Keep one of them. If they are two, give them titles by which one can tell them apart.',
  ],
  'city-spellings': ['warning', 'Choose one spelling: the list of filters has them as one, but cards show both.'],
  'maybe-one-city': ['note', 'If they are one city, choose one name for it.'],
  'topic-spellings': [
    'warning',
    'Choose one spelling: visitors find the topic twice in the list, with some of its practices each.',
  ],
  'insecure-link': ['warning', 'Use https:// if the site can be reached by it; browsers warn of what comes without.'],
  'insecure-image': ['warning', 'Use https://: on a secure page browsers do not show images that come without.'],
  'no-summary': ['note', 'Write one or two sentences that say what it is about: they stand on the card.'],
  'no-years': ['note', 'Give a "period", such as "2018 - ongoing": else it is found under “No date given” only.'],
  'no-place': ['note', 'Give the "city" and the "country".'],
  'no-topics': ['note', 'Name at least one of the topics: many visitors look by topic.'],
  'no-alt': ['note', 'Say in "alt" what the image shows, for those who cannot see it.'],
  'short-text': ['note', 'Write more in "sections", or leave them out and give a "url" instead.'],
  'wrong-language': [
    'warning',
    'Name the language: "titleLang", {"fr": "…"} for a text, or "language" for the whole feed.',
  ],
};
