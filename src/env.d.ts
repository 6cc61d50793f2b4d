// What the build knows and the sources ask for; test/setup/build-plugins.mjs answers.

declare module 'virtual:build' {
  /** The version in package.json. */
  export const version: string;
  /** From the file that holds this code to the folder of our further files. */
  export const assetsPath: string;
}

declare module 'virtual:extras' {
  /** Subresource Integrity of `good-practice-browser.extras.js`, `''` where it was not built. */
  export const integrity: string;
}

declare module 'virtual:locales' {
  /** The languages beside English: BCP 47 tag -> Subresource Integrity of `locales/<tag>.json`, `''` where it was not built. */
  export const integrities: ReadonlyMap<string, string>;
}
