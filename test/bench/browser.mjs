// The one Chromium in which everything is measured; a fresh page for each measurement, so that none inherits memory or compiled code.
import {chromium} from 'playwright-core';
import * as browsers from '../../scripts/browsers.mjs';

export const launch = async () =>
  chromium.launch({executablePath: await browsers.chromium(), args: browsers.chromiumArgs});

/** Opens an address in a context of its own, so that nothing is cached. `prepare` runs first. */
export async function withPage(browser, address, use, prepare = async () => {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`  ${address}: ${error}`));
    await prepare(page);
    await page.goto(address);
    return await use(page);
  } finally {
    await context.close();
  }
}
