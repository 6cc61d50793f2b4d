import type {PluralForms} from './plural-forms.js';

/** The English messages of what comes with the extras file; of the same kind as those of `en.ts`. */
export const enExtras = {
  loadingText: 'Loading the full text…',
  textFailed: 'The full text could not be loaded.',
  yearsPicture: 'Practices by year, {start} to {end}; at most {count}, in {peak}',
  firstYear: 'First year',
  lastYear: 'Last year',
  yearFrom: 'From',
  yearTo: 'to',
  sendLink: 'Share…',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  downloadAll: {one: 'Save {count} practice as', other: 'Save {count} practices as'},
  asCsv: 'Table (CSV)',
  asJson: 'Data (JSON)',
  saved: {one: '{count} practice saved as {file}', other: '{count} practices saved as {file}'},
  similar: 'More like this',
  unlist: 'Remove from my list: {title}',
  printList: 'Print',
  clearList: 'Clear list',
  gone: {
    one: '{count} practice of this list is not here any more.',
    other: '{count} practices of this list are not here any more.',
  },
  allPractices: 'All good practices',
  feedMissing: 'One of the lists could not be loaded ({host}).',
  close: 'Close',
  newPractices: {one: '{count} new practice', other: '{count} new practices'},
  listChanged: 'The list has changed.',
  showNew: 'Show',
} satisfies Record<string, string | PluralForms>;
