import {translationFor} from '../../localized-text.js';
import type {Practice} from '../../practice.js';
import {escapeMarkup} from '../../text/html-text.js';
import {EXTENSION} from '../formats/json-feed.js';
import {unlessEmpty} from '../json-value.js';
import {isDate} from '../normalize/practice.js';
import {writeParagraphs, writeSections} from './article.js';
import {languagesOf, linkInto, linkTo, momentOf, titleOf, type Channel} from './channel.js';
import {toJson, toPlaceFields} from './native-json.js';

/** Writes practices as JSON Feed 1.1. What only practices have is in an extension. */
export function writeJsonFeed(channel: Channel): string {
  const {language, page, practices, refinements, url} = channel;
  return `${toJson({
    version: 'https://jsonfeed.org/version/1.1',
    title: escapeMarkup(titleOf(channel)),
    home_page_url: page ? linkInto(page, {refinements}) : undefined,
    feed_url: url || undefined,
    language: language || undefined,
    items: practices.map((practice) => toItem(practice, channel)),
  })}\n`;
}

function toItem(practice: Practice, channel: Channel) {
  const {labels, page} = channel;
  const {id, image, period, places, summary, title, topics, updated} = practice;
  const {language, titleLang} = languagesOf(practice, channel);
  const sections = writeSections(practice, labels.language);
  const teaser = escapeMarkup(translationFor(summary, labels.language).text);
  return {
    id,
    url: linkTo(practice, page) || undefined,
    title: escapeMarkup(translationFor(title, labels.language).text),
    summary: teaser || undefined,
    // Every item must have one of the two.
    ...(sections ? {content_html: writeParagraphs(summary, labels.language) + sections} : {content_text: teaser}),
    image: image?.src,
    date_modified: momentOf(updated)?.toISOString(),
    tags: unlessEmpty(topics.map((topic) => escapeMarkup(labels.of('topic', topic).text))),
    language: language || undefined,
    [EXTENSION]: {
      id,
      titleLang: titleLang || undefined,
      ...toPlaceFields(places),
      period: escapeMarkup(period.text) || undefined,
      updated: isDate(updated) ? updated : undefined,
    },
  };
}
