import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {logIn} from '../../support/wordpress-admin.mjs';
import * as wordpress from '../../support/wordpress.mjs';
import {desktop, phone, testPlugin} from './plugin-tests.mjs';

await testPlugin(wordpress, (given) => {
  // Requirement: E-03
  describe('in a classic theme', () => {
    before(async () => {
      const {site} = given();
      await site.runPhp(`
update_option( 'theme_before', get_stylesheet() );
switch_theme( 'twentytwentyone' );
update_option( 'widget_block', array( 9 => array( 'content' => '<!-- wp:good-practice-browser/list {"source":"good-practices"} /-->' ), '_multiwidget' => 1 ) );
update_option( 'sidebars_widgets', array( 'sidebar-1' => array( 'block-9' ), 'array_version' => 3 ) );`);
    });
    after(() => given().site.runPhp(`switch_theme( get_option( 'theme_before' ) );`));

    for (const [width, context] of Object.entries({390: phone, 1280: desktop}))
      it(`shows the list in a widget area, ${width} pixels wide`, async () => {
        const {visitorSees} = given();
        const visit = await visitorSees('/practice-1/', {context});
        await visit.page.locator('.widget-area').getByRole('article').first().waitFor();
        const overflow = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `The page is ${overflow} pixels wider than the window.`);
        await visit.screenshot(`wordpress-widget-area-${width}`);
        visit.assertClean();
        await visit.close();
      });
  });

  // Requirement: E-03
  describe('on a German site', () => {
    let admin;
    before(async () => {
      const {browser, site} = given();
      await site.runPhp(`update_option( 'WPLANG', 'de_DE' );`);
      admin = await logIn(browser, site.origin, site.users.administrator);
    });
    after(async () => {
      await admin?.close();
      await given().site.runPhp(`update_option( 'WPLANG', '' );`);
    });

    it('has German settings', async () => {
      const {page} = admin;
      await admin.open('options-general.php?page=good-practice-browser');
      await page.getByRole('heading', {name: 'Gute Praxisbeispiele', level: 1}).waitFor();
      await page.getByText('Beiträge haben keinen Zeitraum.').first().waitFor();
      await page.getByRole('link', {name: 'Seite erstellen'}).first().waitFor();
    });

    it('has a German block', async () => {
      const {page} = admin;
      await admin.open('post-new.php?post_type=page&good_practices=good-practices');
      const editor = await admin.editor();
      await (await editor.canvas()).getByText('Gute Praxisbeispiele suchen').first().waitFor();
      await (await editor.canvas()).locator('good-practice-browser').click({force: true});
      await page.getByText('Quelle', {exact: true}).waitFor();
    });

    it('shows visitors a German list', async () => {
      const {visitorSees} = given();
      const visit = await visitorSees('/by-an-author/');
      await visit.page.getByRole('article').first().waitFor();
      assert.match(await visit.total(), /^26 /);
      await visit.page
        .getByRole('button', {name: /^Weiterlesen/})
        .first()
        .waitFor();
      visit.assertClean();
      await visit.close();
    });
  });
});
