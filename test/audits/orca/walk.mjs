// A walk through a page by keys, with what Orca says to each of them. Only words count: Orca cuts texts by the lines on the screen,
// and when it speaks depends on the machine.
import assert from 'node:assert/strict';
import {PATIENCE_MS, startDesktop} from './desktop.mjs';

/** One line, without the invisible marks of the writing direction. */
const clean = (texts) =>
  texts
    .join(' ')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * Opens the page in the browser, waits until Orca knows it, walks, and closes all.
 * @param {'firefox' | 'chromium'} browser
 * @param {string} url
 * @param {(orca: Orca) => Promise<void>} walk
 * @typedef {ReturnType<typeof listenTo>} Orca
 */
export async function walkThrough(browser, url, walk) {
  const desktop = await startDesktop();
  try {
    const orca = listenTo(desktop);
    await desktop.openBrowser(browser, url);
    // Before this, Orca swallows keys.
    await orca.hears('Page has');
    await walk(orca);
  } catch (error) {
    error.message += `\nOrca said in all: ${desktop.said.join(' / ')}`;
    throw error;
  } finally {
    await desktop.close();
  }
}

/** @param {import('./desktop.mjs').Desktop} desktop */
function listenTo(desktop) {
  const {said} = desktop;
  let lastKey = 'the page opened';
  let start = 0;
  const step = (name) => {
    lastKey = name;
    start = said.length;
  };
  const sinceLastKey = () => clean(said.slice(start));
  const has = (text, words) => (typeof words === 'string' ? text.includes(words) : words.test(text));

  /** Waits until this is true of what Orca has said. */
  async function until(isTrue, wanted) {
    let check, timer;
    try {
      await new Promise((resolve, reject) => {
        check = () => isTrue() && resolve();
        timer = setTimeout(
          () => reject(new Error(`Orca did not say ${wanted} after ${lastKey}, but: ${sinceLastKey() || 'nothing'}`)),
          PATIENCE_MS,
        );
        desktop.onSpeech(check);
        check();
      });
    } finally {
      clearTimeout(timer);
      desktop.offSpeech(check);
    }
    return sinceLastKey();
  }

  /** Waits until Orca has said these words since the last key. @returns all that it has said since */
  const hears = (words) => until(() => has(sinceLastKey(), words), String(words));
  /** Presses a key, and waits until Orca has said these words; without words, until it says anything. */
  function press(key, words = /./) {
    step(key);
    desktop.press(key);
    return hears(words);
  }

  return {
    hears,
    press,

    /** Goes to the next search field, and types there. */
    async typeIntoSearchField(text, name = 'Search good practices') {
      await press('e', name);
      // Letters are commands until Orca is told to pass them on.
      await press('Insert+a', 'Focus mode');
      step(`typing ${text}`);
      desktop.type(text);
    },
    /** Letters are commands again: h for headings, m for landmarks, b for buttons. */
    browse: () => press('Insert+a', 'Browse mode'),

    /** Presses a key again and again until Orca says these words. @returns what it said to each of them */
    async pressUntil(key, words, most = 60) {
      const heard = [];
      for (let i = 0; i < most; i++) {
        heard.push(await press(key));
        if (has(heard.at(-1), words)) return heard;
      }
      throw new Error(`Orca did not say ${words} after ${most} times ${key}. It said: ${heard.join(' / ')}`);
    },

    /** These words were said once, from the beginning to now. */
    assertSaidOnce(words) {
      const times = said.filter((text) => has(clean([text]), words)).length;
      assert.equal(times, 1, `Orca said “${words}” ${times} times: ${said.join(' / ')}`);
    },
  };
}
