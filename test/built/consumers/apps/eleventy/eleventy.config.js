import {prerender} from 'good-practice-browser/node.js';

export default function (config) {
  config.addPassthroughCopy({'node_modules/good-practice-browser/dist/embed': 'good-practice-browser'});
  config.addPassthroughCopy('app.js');
  config.addAsyncShortcode('practices', (feed) => prerender(feed, {language: 'fr'}));
}
