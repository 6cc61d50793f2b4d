/** The Latin letters and digits of a text in small letters, with hyphens between, as the name of a file. */
export const slugOf = (text: string, maxLength = Infinity): string =>
  text
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replaceAll(/^-|-$/g, '');

/** Whether Windows keeps a name for itself. */
export const isWindowsName = (name: string): boolean => /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name);
