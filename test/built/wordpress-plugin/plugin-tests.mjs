// The plugin in a real WordPress, from its zip to its removal, as editors, administrators and visitors use it.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pluginContents} from '../../../scripts/release/plugin-contents.mjs';
import {sourceDate} from '../../../scripts/release/source-date.mjs';
import {zip} from '../../../scripts/release/zip.mjs';
import {assertAccessible} from '../../support/axe.mjs';
import {eventually, launch, openVisit} from '../../support/page-harness.mjs';
import {logIn} from '../../support/wordpress-admin.mjs';
import {fillSite, secret, shownPosts, toPhp} from './content.mjs';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));

/** The zip that `npm run release` writes, in a folder of its own. */
function writeZip() {
  const folder = mkdtempSync(join(tmpdir(), 'plugin-'));
  const file = join(folder, 'good-practice-browser.zip');
  writeFileSync(file, zip('good-practice-browser', pluginContents(version), sourceDate()));
  return {file, remove: () => rmSync(folder, {recursive: true})};
}

/** The messages of PHP without their times. An old WordPress on a new PHP has some of its own. */
const messagesIn = (log) => new Set(log.split('\n').map((line) => line.replace(/^\[.*?\] /, '')));

/** The cards in the editor. */
const preview = 'good-practice-browser article';

export const phone = {viewport: {width: 390, height: 844}};
export const desktop = {viewport: {width: 1280, height: 900}};

/**
 * @param {object} wordpress one of test/support/wordpress*.mjs
 * @param {string} wordpress.name
 * @param {() => Promise<string | undefined>} wordpress.reasonToSkip
 * @param {(options?: object) => Promise<object>} wordpress.startWordPress
 * @param {(site: () => object) => void} [more] further tests, which get what all have
 */
export async function testPlugin({name, reasonToSkip, startWordPress}, more) {
  const skip = (await reasonToSkip()) ?? false;
  describe(`The plugin in ${name}`, {skip}, () => {
    let archive, browser, site, admin, known;
    before(async () => {
      archive = writeZip();
      [site, browser] = await Promise.all([startWordPress(), launch()]);
      await site.runPhp(fillSite);
      admin = await logIn(browser, site.origin, site.users.administrator);
      await (await logIn(browser, site.origin, site.users.author)).close();
      await admin.open('plugin-install.php');
      known = messagesIn(await site.debugLog());
      await admin.installPlugin(archive.file);
    });
    after(async () => {
      archive?.remove();
      await browser?.close();
      await site?.stop();
    });

    const feedAddress = (id) => `${site.origin}/wp-json/good-practice-browser/v1/feeds/${id}`;
    const readFeed = async (id) => (await fetch(feedAddress(id))).json();
    const visitorSees = (path, options) => openVisit(browser, new URL(path, site.origin).href, options);

    /** A page with this content, as an editor of the site publishes it. @returns its path */
    const publishPage = async (content) =>
      site.runPhp(`kses_remove_filters();
$id = wp_insert_post( wp_slash( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'A page', 'post_content' => ${toPhp(content)} ) ) );
echo wp_make_link_relative( get_permalink( $id ) );`);

    it('makes a list of a category and a page with it, by a few clicks', async () => {
      const {page} = admin;
      await admin.open('plugins.php');
      await page.getByRole('link', {name: 'Choose a source'}).click();
      const posts = page.getByRole('combobox', {name: 'Posts'});
      await posts.selectOption({label: `Category: Good practices (${shownPosts.length + 1})`});
      await page.getByRole('button', {name: 'Add the source'}).first().click();
      await page.getByText('“Good practices” is saved').waitFor();
      await page.getByText(`${shownPosts.length} practices.`).waitFor();

      await page.getByRole('link', {name: 'Create a page'}).first().click();
      const editor = await admin.editor();
      await (await editor.canvas()).locator(preview).first().waitFor();
      const visit = await visitorSees(await editor.publish(), {context: desktop});
      await visit.page.getByRole('heading', {name: 'Good practices', level: 1}).waitFor();
      await visit.page.getByRole('article').first().waitFor();
      assert.equal(await visit.total(), `${shownPosts.length} practices`);
      visit.assertClean();
      await visit.close();
    });

    it('says on its settings page what the posts lack', async () => {
      const {page} = admin;
      await admin.open('options-general.php?page=good-practice-browser');
      for (const [field, name] of Object.entries({gpb_city: 'city', gpb_period: 'period'})) {
        const without = shownPosts.filter(({fields}) => !fields[field]).length;
        await page.getByText(`${without} posts have no ${name}.`).waitFor();
      }
    });

    for (const [width, context] of Object.entries({390: phone, 1280: desktop}))
      it(`has a settings page without barriers, ${width} pixels wide`, async () => {
        const {page} = admin;
        await page.setViewportSize(context.viewport);
        await admin.open('options-general.php?page=good-practice-browser');
        // The frame of WordPress has problems that nobody here can fix.
        await assertAccessible(page, '#wpbody-content');
        await page.setViewportSize(desktop.viewport);
      });

    for (const role of ['administrator', 'author'])
      it(`lets an ${role} add the list in the editor, and read it there`, async () => {
        const user = role === 'author' ? await logIn(browser, site.origin, site.users.author) : admin;
        const editor = await user.write(role === 'author' ? 'post' : 'page');
        await editor.writeTitle(`By an ${role}`);
        await editor.addBlock('Good practices');
        const seesList = async () => {
          const canvas = await editor.canvas();
          await canvas.locator(preview, {hasText: shownPosts.at(-1).fields.gpb_city}).waitFor();
        };
        await seesList();
        await editor.chooseFromSidebar('Source', 'Good practices');
        const address = await editor.publish();
        await editor.reload();
        await seesList();
        assert.equal(await (await editor.canvas()).getByText('unexpected or invalid content').count(), 0);
        assert.deepEqual(user.errors, []);

        const visit = await visitorSees(address);
        await visit.page.getByRole('article').first().waitFor();
        assert.equal(await visit.total(), `${shownPosts.length} practices`);
        visit.assertClean();
        await visit.close();
        if (user !== admin) await user.close();
      });

    describe('shows a visitor', () => {
      let path;
      before(async () => {
        path = await publishPage('<!-- wp:good-practice-browser/list {"source":"good-practices","align":"wide"} /-->');
      });

      for (const [width, context] of Object.entries({390: phone, 1280: desktop}))
        it(`cards to search, filter and open, ${width} pixels wide`, async () => {
          const visit = await visitorSees(path, {context});
          const {page} = visit;
          const [{title}] = shownPosts;
          await page.getByRole('article').first().waitFor();
          assert.equal(await visit.total(), `${shownPosts.length} practices`);
          await visit.screenshot(`wordpress-${width}`);

          await visit.search(title);
          await eventually(async () => assert.equal((await visit.titles())[0], title));
          await visit.readMore(title);
          // the text of the post, not its excerpt
          await page
            .getByRole('article')
            .getByText('joined forces with a construction company')
            .filter({visible: true})
            .waitFor();
          // the featured image, and its text
          await page.getByRole('img', {name: 'People at work'}).waitFor();

          await visit.search('');
          await eventually(async () => assert.equal(await visit.total(), `${shownPosts.length} practices`));
          const filters = page.getByRole('button', {name: /^Filters/});
          if (await filters.isVisible()) await filters.click();
          await visit.refine('United Kingdom');
          const british = shownPosts.filter(({fields}) => fields.gpb_country === 'GB').length;
          await eventually(async () =>
            assert.equal(await visit.total(), `${british} of ${shownPosts.length} practices`),
          );
          await page.goBack();
          await eventually(async () => assert.equal(await visit.total(), `${shownPosts.length} practices`));

          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(overflow <= 0, `The page is ${overflow} pixels wider than the window.`);
          visit.assertClean();
          await visit.close();
        });

      it('links to the posts where scripts do not run', async () => {
        const visit = await visitorSees(path, {context: {javaScriptEnabled: false}});
        const links = visit.page.locator('good-practice-browser a');
        assert.ok((await links.count()) >= 20);
        assert.equal(await visit.page.getByText(secret).count(), 0);
        await visit.close();
      });

      it('no script on pages without a list', async () => {
        const page = await (await fetch(`${site.origin}/practice-1/`)).text();
        assert.match(page, /Practice 1/);
        assert.doesNotMatch(page, /good-practice-browser/);
      });
    });

    it('shows the list by a shortcode, with its options', async () => {
      const path = await publishPage('[good_practices source="good-practices" hits_per_page="3" facets="country"]');
      const visit = await visitorSees(path, {context: desktop});
      await visit.page.getByRole('article').first().waitFor();
      assert.equal((await visit.titles()).length, 3);
      visit.assertClean();
      await visit.close();
    });

    it('shows the list in a part of the theme', async () => {
      const id = await site.runPhp(`
wp_set_current_user( 1 );
$id = wp_insert_post( array( 'post_type' => 'wp_template_part', 'post_status' => 'publish', 'post_name' => 'footer', 'post_title' => 'Footer', 'post_content' => '<!-- wp:good-practice-browser/list {"source":"good-practices"} /-->' ) );
wp_set_object_terms( $id, get_stylesheet(), 'wp_theme' );
wp_set_object_terms( $id, 'footer', 'wp_template_part_area' );
echo $id;`);
      const visit = await visitorSees('/practice-1/', {context: phone});
      await visit.page.getByRole('contentinfo').getByRole('article').first().waitFor();
      visit.assertClean();
      await visit.close();
      await site.runPhp(`wp_delete_post( ${id}, true );`);
    });

    it('shows what an editor enters in the panel of a post', async () => {
      const {page} = admin;
      const editor = await admin.write('post');
      await editor.writeTitle('A new practice');
      await editor.openSettings();
      await editor.sidebar.getByRole('button', {name: 'Good practice', exact: true}).click();
      await editor.sidebar.getByRole('textbox', {name: 'City'}).fill('Camden');
      await editor.sidebar.getByRole('combobox', {name: 'Country'}).fill('Portu');
      await page.getByRole('option', {name: 'Portugal'}).click();
      await editor.sidebar.getByRole('textbox', {name: 'Period'}).fill('2019–2021');
      await editor.publish();
      await site.runPhp(`
$id = get_posts( array( 'title' => 'A new practice' ) )[0]->ID;
wp_set_post_categories( $id, array( get_cat_ID( 'Good practices' ) ) );`);
      const {practices} = await readFeed('good-practices');
      const {title, city, country, period} = practices[0];
      assert.deepEqual(
        {title, city, country, period},
        {title: 'A new practice', city: 'Camden', country: 'PT', period: '2019–2021'},
      );
      await site.runPhp(`wp_delete_post( get_posts( array( 'title' => 'A new practice' ) )[0]->ID, true );`);
    });

    describe('The feed of posts', () => {
      before(() =>
        site.runPhp(`
foreach ( array( 'Imported', 'Hostile' ) as $name ) {
	$problems = GoodPracticeBrowser\\Sources::save( array( 'label' => $name, 'kind' => 'posts', 'post_type' => 'post', 'taxonomy' => 'category', 'term' => (string) get_cat_ID( $name ) ) );
	if ( $problems ) { throw new Exception( implode( ' ', $problems ) ); }
}`),
      );

      it('has all of 230 posts that have the same date, in the same order each time', async () => {
        const first = await readFeed('imported');
        assert.equal(new Set(first.practices.map(({title}) => title)).size, 230);
        await site.runPhp('GoodPracticeBrowser\\FeedCache::forget_all();');
        assert.deepEqual(await readFeed('imported'), first);
        const path = await publishPage('[good_practices source="imported"]');
        const visit = await visitorSees(path);
        await visit.page.getByRole('article').first().waitFor();
        assert.equal(await visit.total(), '230 practices');
        await visit.close();
      });

      it('has what everybody may read, and nothing else', async () => {
        const text = await (await fetch(feedAddress('good-practices'))).text();
        assert.equal(JSON.parse(text).practices.length, shownPosts.length);
        assert.doesNotMatch(text, new RegExp(secret));
        // nor for somebody who is logged in and may read more
        const page = await admin.page.context().newPage();
        await page.goto(feedAddress('good-practices'));
        assert.equal(JSON.parse(await page.locator('body').innerText()).practices.length, shownPosts.length);
        await page.close();
      });

      it('leaves out the category that all its posts have', async () => {
        const {practices} = await readFeed('good-practices');
        const topics = practices.flatMap((practice) => practice.topics ?? []);
        assert.ok(topics.length);
        assert.ok(!topics.includes('Good practices'));
      });

      it('is made once, and answers 304 until a post changes', async () => {
        const ask = (etag) => fetch(feedAddress('good-practices'), {headers: etag ? {'if-none-match': etag} : {}});
        const first = await ask();
        const etag = first.headers.get('etag');
        assert.ok(etag);
        assert.match(first.headers.get('cache-control'), /max-age|no-cache/);
        const again = await ask(etag);
        assert.equal(again.status, 304);
        assert.equal(await again.text(), '');
        // Only a stored feed does not know what somebody wrote into the database without telling WordPress.
        const {title} = shownPosts[0];
        const id = await site.runPhp(`
$id = get_posts( array( 'title' => ${toPhp(title)} ) )[0]->ID;
$GLOBALS['wpdb']->update( $GLOBALS['wpdb']->posts, array( 'post_title' => 'Behind its back' ), array( 'ID' => $id ) );
echo $id;`);
        assert.equal((await ask(etag)).status, 304);

        await site.runPhp(`wp_update_post( array( 'ID' => ${id}, 'post_title' => 'Another title' ) );`);
        const changed = await ask(etag);
        assert.equal(changed.status, 200);
        assert.notEqual(changed.headers.get('etag'), etag);
        assert.match(await changed.text(), /Another title/);

        await site.runPhp(`wp_update_post( wp_slash( array( 'ID' => ${id}, 'post_title' => ${toPhp(title)} ) ) );`);
        assert.equal((await ask()).headers.get('etag') === changed.headers.get('etag'), false);
      });

      it('follows each change that visitors would notice', async () => {
        const titles = async () => (await readFeed('imported')).practices.map(({title}) => title);
        const change = async (php) =>
          site.runPhp(
            `$id = get_posts( array( 'title' => 'Practice 7' ) )[0]->ID ?? (int) get_option( 'tried' ); update_option( 'tried', $id ); ${php}`,
          );
        const has = async (title) => (await titles()).includes(title);
        assert.ok(await has('Practice 7'));
        await change(`wp_update_post( array( 'ID' => $id, 'post_status' => 'draft' ) );`);
        assert.ok(!(await has('Practice 7')));
        await change(`wp_publish_post( $id );`);
        assert.ok(await has('Practice 7'));
        await change(`wp_update_post( array( 'ID' => $id, 'post_password' => 'x' ) );`);
        assert.ok(!(await has('Practice 7')));
        await change(`wp_update_post( array( 'ID' => $id, 'post_password' => '' ) );`);
        await change(`wp_set_post_categories( $id, array() );`);
        assert.ok(!(await has('Practice 7')));
        await change(`wp_set_post_categories( $id, array( get_cat_ID( 'Imported' ) ) );`);
        assert.ok(await has('Practice 7'));
        await change(`update_post_meta( $id, 'gpb_city', 'Lublin' );`);
        assert.match(JSON.stringify(await readFeed('imported')), /Lublin/);
        await change(`wp_trash_post( $id );`);
        assert.ok(!(await has('Practice 7')));
        await change(`wp_untrash_post( $id ); wp_publish_post( $id ); delete_option( 'tried' );`);
      });

      it('answers its id and nothing else', async () => {
        const base = await (await fetch(feedAddress('imported'))).text();
        for (const query of ['per_page=1', 'status=draft', 'context=edit', '_fields=title', 'term=1', 'id=hostile'])
          assert.equal(await (await fetch(`${feedAddress('imported')}?${query}`)).text(), base, query);
        for (const id of ['none', 'imported/1', 'imported%2F1', 'Imported', '%00'])
          assert.equal((await fetch(feedAddress(id))).status, 404, id);
        for (const method of ['POST', 'PUT', 'DELETE'])
          assert.equal((await fetch(feedAddress('imported'), {method})).status, 404, method);
      });
    });

    it('runs no script of hostile posts and options, on no page', async () => {
      const attack = `"><img src=x onerror=window.attacked=9><script>window.attacked=9</script>`;
      const attributes = JSON.stringify({
        source: 'hostile',
        heading: attack,
        scope: attack,
        facets: attack,
        sort: attack,
      })
        // as the editor writes it into a comment
        .replaceAll('<', '\\u003c')
        .replaceAll('>', '\\u003e')
        .replaceAll('--', '\\u002d\\u002d');
      const content = `<!-- wp:good-practice-browser/list ${attributes} /-->
<!-- wp:shortcode -->[good_practices source='hostile' heading='${attack}' preset='${attack}' template_href='javascript:window.attacked=9' onclick='window.attacked=9' url-key='${attack}']<!-- /wp:shortcode -->
<!-- wp:shortcode -->[good_practices source='${attack}']<!-- /wp:shortcode -->`;
      const path = await publishPage(content);
      const visit = await visitorSees(path);
      await visit.page.getByRole('article').first().waitFor();
      const readMore = visit.page.getByRole('button', {name: /^Read more/});
      while (await readMore.count()) await readMore.first().click();
      assert.equal(await visit.page.evaluate(() => globalThis.attacked), undefined);
      const {errors, console} = visit.seen;
      // A post names a picture that its site does not have, and the widget names a wrong filter.
      const messages = console.filter((text) => !/status of 404|is not a filter/.test(text));
      assert.deepEqual({errors, messages, foreign: visit.foreign()}, {errors: [], messages: [], foreign: []});
      await visit.close();

      // people who can edit read notes about wrong options
      const {page} = admin;
      await page.goto(new URL(path, site.origin).href);
      await page.getByText('There is no source').waitFor();
      assert.equal(await page.evaluate(() => globalThis.attacked), undefined);
      await admin.open('options-general.php?page=good-practice-browser');
      assert.equal(await page.evaluate(() => globalThis.attacked), undefined);
    });

    more?.(() => ({site, browser, visitorSees}));

    it('keeps its sources when its zip is uploaded again', async () => {
      const {page} = admin;
      await admin.uploadPlugin(archive.file);
      await page.getByRole('link', {name: 'Replace current with uploaded'}).click();
      await page.getByText('Plugin updated successfully.').waitFor();
      assert.equal((await readFeed('good-practices')).practices.length, shownPosts.length);
    });

    it('leaves nothing behind when it is deleted', async () => {
      const {page} = admin;
      await admin.open('plugins.php');
      page.once('dialog', (dialog) => dialog.accept());
      await page.getByRole('link', {name: 'Deactivate Good Practice Browser'}).click();
      await page.getByText('Plugin deactivated.').waitFor();
      const crons = await site.runPhp('echo wp_json_encode( _get_cron_array() );');
      assert.doesNotMatch(crons, /good_practice|gpb/);
      await page.getByRole('link', {name: 'Delete Good Practice Browser'}).click();
      await page.getByText('was successfully deleted').waitFor();
      const left = await site.runPhp(`
$like = array( '%good%practice%browser%', '%gpb%' );
echo wp_json_encode( $GLOBALS['wpdb']->get_col( $GLOBALS['wpdb']->prepare( 'SELECT option_name FROM ' . $GLOBALS['wpdb']->options . ' WHERE option_name LIKE %s OR option_name LIKE %s', $like ) ) );`);
      assert.equal(left, '[]');
      // what editors typed is theirs
      const {title, fields} = shownPosts[0];
      const city = `echo get_post_meta( get_posts( array( 'title' => ${toPhp(title)} ) )[0]->ID, 'gpb_city', true );`;
      assert.equal(await site.runPhp(city), fields.gpb_city);
    });

    it('causes no message of PHP', async () => {
      const messages = messagesIn(await site.debugLog());
      assert.deepEqual(
        [...messages].filter((message) => !known.has(message)),
        [],
      );
    });
  });
}
