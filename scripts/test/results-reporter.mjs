// A reporter for `node --test`: each test as a line of JSON (`Result` of results.mjs).
import {readFileSync} from 'node:fs';
import {relative} from 'node:path';

/** What drives the built files does so in Chromium, unless its name says otherwise; the rest is of Node alone. */
const engineOf = (file) => (readFileSync(file, 'utf8').includes('startHarness') ? 'Chromium' : 'Node');

export default async function* report(events) {
  const suites = [];
  for await (const {type, data} of events) {
    const {details, file, name, nesting, skip, todo} = data;
    if (type === 'test:start') suites.splice(nesting, Infinity, name);
    const isTest = (type === 'test:pass' || type === 'test:fail') && details.type !== 'suite';
    if (!isTest) continue;
    const isSkipped = skip !== undefined || todo !== undefined;
    const outcome = type === 'test:fail' ? 'failed' : isSkipped ? 'skipped' : 'passed';
    const names = [...suites.slice(0, nesting), name].join(' > ');
    yield `${JSON.stringify({file: relative('', file), engine: engineOf(file), name: names, outcome})}\n`;
  }
}
