// How well people find what they mean, by the judged queries of test/fixtures/meaning.
import {bundle} from '../bundle.mjs';
import {withPage} from '../browser.mjs';

export async function* measureMeaning({server, browser}) {
  server.files.set('/meaning.js', await bundle('page/meaning.mjs'));
  server.files.set('/meaning.html', '<!doctype html><html lang="en"><script src="/meaning.js" type="module"></script>');
  yield await withPage(browser, `${server.origin}/meaning.html`, (page) =>
    page.evaluate(() => globalThis.judgeMeaning()),
  );
}
