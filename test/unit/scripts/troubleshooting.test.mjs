// docs/troubleshooting.md explains each message that a webmaster or a visitor can see.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {parseSync, Visitor} from 'rolldown/utils';
import {beginningOf, messagesInCode, readMessages} from '../../support/console-messages.mjs';

const lines = readFileSync('docs/troubleshooting.md', 'utf8').split('\n');
const guide = lines.join(' ').replaceAll(/\s+/g, ' ');
const missingIn = (text, messages) => messages.map(beginningOf).filter((beginning) => !text.includes(beginning));

/** What visitors read when something fails, is left out or is empty: key -> the text, or the one for many. */
function readFailures() {
  const failures = {};
  const english = 'src/i18n/en.ts';
  new Visitor({
    Property({key, value}) {
      if (!/fail|missing|^cut|^empty|^nothingFound/i.test(key.name)) return;
      failures[key.name] = value.value ?? value.properties.at(-1).value.value;
    },
  }).visit(parseSync(english, readFileSync(english, 'utf8')).program);
  return failures;
}

describe('docs/troubleshooting.md', () => {
  it('has the beginning of each message that the widget writes to the console', () => {
    const messages = readMessages();
    assert.ok(messages.length > 40, `only ${messages.length} messages were found`);
    assert.deepEqual(missingIn(guide, messages), []);
  });

  it('has each text that tells visitors of a failure', () => {
    const failures = readFailures();
    assert.ok(Object.keys(failures).length > 10);
    const missing = Object.entries(failures).filter(([, text]) => !guide.includes(text.split(/ \W*\{/)[0]));
    assert.deepEqual(missing, []);
  });

  it('has no console message without a fix', () => {
    const rows = lines.filter((line) => line.startsWith('| `')).map((line) => line.slice(1, -1).split('|'));
    assert.ok(rows.length > 40);
    for (const cells of rows) assert.ok(cells.length >= 3 && cells.every((cell) => cell.trim()), cells.join('|'));
  });
});

describe('the search for messages in the sources', () => {
  it('finds a new message, however it is written', () => {
    const code = [
      "console.warn('A new message.');",
      "warnOnce(isBad ? `${address} is bad. Change it.` : 'All is ' + 'bad.');",
      "throw new FeedError('network', `The server of ${address} is bad.`);",
      'const explainNoAnswer = (address: string) => `${address} went away for good.`;',
    ];
    const messages = messagesInCode('src/new.ts', code.join('\n'));
    assert.deepEqual(missingIn(guide, messages), [
      'A new message.',
      'is bad',
      'All is',
      'The server of',
      'went away for good.',
    ]);
  });

  it('refuses a message that is made elsewhere, unless it knows the place', () => {
    assert.deepEqual(messagesInCode('src/new.ts', 'warnOnce((error as Error).message)'), []);
    assert.throws(
      () => messagesInCode('src/new.ts', 'warnOnce(createText())'),
      /src\/new\.ts: no text: createText\(\)/,
    );
  });
});
