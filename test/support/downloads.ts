import {waitUntil} from './wait-until.js';

/** What the page saves in the meantime: in tests, no file. */
export async function saved(act: () => Promise<void>): Promise<{name: string; text: string}> {
  const file = new Promise<{name: string; text: string}>((resolve) => {
    const {click} = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = async function () {
      HTMLAnchorElement.prototype.click = click;
      resolve({name: this.download, text: await (await fetch(this.href)).text()});
    };
  });
  await act();
  return file;
}

/** When screen readers are told. */
export const announced = (text: string) =>
  waitUntil(
    () => [...document.querySelectorAll('body > [data-gpb-region]')].some((region) => region.textContent === text),
    `“${text}” is announced`,
  );
