/** An address as messages and reports show it: with “…” for a user and a password, as logs are kept. */
export const shownAddress = (address: string): string =>
  address.replace(/^(\s*[a-z][a-z\d+.-]+:[/\\]*)[^/\\?#]*@/i, '$1…@');

/** Whether an address contains a user or a password. */
export const hasLogin = (address: string): boolean => shownAddress(address) !== address;
