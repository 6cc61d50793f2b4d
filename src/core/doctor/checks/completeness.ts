import {translationFor} from '../../localized-text.js';
import type {LocalizedText, Practice} from '../../practice.js';
import type {Check, CheckedPractice} from '../check-input.js';
import {aboutAll, practicesHave} from '../check-input.js';

/** So many more letters than the card shows are worth a “Read more”. */
const WORTH_READING = 40;

/** What a practice lacks by which it would be found, seen or worth a click. */
export const checkCompleteness: Check = ({practices}) => {
  const those = (test: (practice: Practice) => boolean): CheckedPractice[] =>
    practices.filter(({practice}) => test(practice));
  return [
    ...aboutAll('no-summary', those(hasNoSummary), (count) => `${practicesHave(count)} no summary.`),
    ...aboutAll('no-years', those(hasNoYears), (count) => `${practicesHave(count)} no period.`),
    ...aboutAll(
      'no-place',
      those(({places}) => !places.length),
      (count) => `${practicesHave(count)} no place.`,
    ),
    ...aboutAll('no-topics', those(hasNoTopics), (count) => `${practicesHave(count)} no topics.`),
    ...aboutAll(
      'no-alt',
      those(hasBareImage),
      (count) => `${practicesHave(count)} an image without a description.`,
      'image',
    ),
    ...aboutAll(
      'short-text',
      those(isShort),
      (count) => `${practicesHave(count)} a full text that says hardly more than the card.`,
      'sections',
    ),
  ];
};

const english = (text: LocalizedText) => translationFor(text, 'en').text;

const hasNoSummary = ({sections, summary}: Practice) => !summary.length && !sections.length;
/** A period that could not be read is a doubt of `normalize`. */
const hasNoYears = ({period}: Practice) => !period.text;
const hasNoTopics = ({topics}: Practice) => !topics.length;
const hasBareImage = ({image}: Practice) => Boolean(image && !image.alt.length);

/** The card shows the summary, or else the beginning of the text. */
function isShort({sections, summary}: Practice): boolean {
  if (!sections.length || !summary.length) return false;
  const text = sections.map((section) => english(section.text)).join(' ');
  return text.length < WORTH_READING || text.trim() === english(summary).trim();
}
