/** Keeps warnings that the tests of a file or a suite provoke out of the output. All others are printed. */
export function expectWarnings(pattern: RegExp): void {
  const {warn} = console;
  before(() => {
    console.warn = (...words: unknown[]) => {
      if (!pattern.test(words.join(' '))) warn.apply(console, words);
    };
  });
  after(() => {
    console.warn = warn;
  });
}
