/** `1 practice`, `2 practices`: for messages in English. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
