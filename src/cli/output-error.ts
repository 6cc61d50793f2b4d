/** A file or folder cannot be written. */
export class OutputError extends Error {}

/** The error instead of writing over a file of somebody else. */
export const foreignFile = (path: string) =>
  new OutputError(`${path} exists, and this command did not write it. Move it away, or choose another folder.`);

/** The error instead of an empty list in place of a full one. */
export const nothingToWrite = (path: string) =>
  new OutputError(`There is no practice to write. ${path} stays as it was.`);
