/** A file or folder cannot be written. */
export class OutputError extends Error {}
