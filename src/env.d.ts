// What the build knows and the sources ask for; scripts/build/build-plugins.mjs answers.

declare module 'virtual:build' {
  /** The version in package.json. */
  export const version: string;
  /** From the file that holds this code to the folder of our further files. */
  export const assetsPath: string;
}

declare module 'virtual:files' {
  /** Subresource Integrity of `good-practice-browser.extras.js` and of `….formats.js`, `''` where they were not built. */
  export const integrity: Readonly<Record<'extras' | 'formats', string>>;
}

declare module 'virtual:locales' {
  /** Subresource Integrity of `locales/index.json`, `''` where it was not built. */
  export const integrity: string;
  /** The keys of the messages that come with the extras file; in the files of languages they stand after those of `en.ts`. */
  export const extraKeys: readonly string[];
}
