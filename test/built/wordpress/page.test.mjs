// What the WordPress plugin writes into pages: the tag of the list with its options, its fallback content and the colours of the theme; and
// the settings page without JavaScript.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {parseFragment} from 'parse5';
import {launch} from '../../support/page-harness.mjs';
import {reasonToSkip, startWordPress} from '../../support/wordpress.mjs';

const skip = reasonToSkip() ?? false;

const fill = `
require_once ABSPATH . 'wp-admin/includes/plugin.php';
activate_plugin( 'good-practice-browser/good-practice-browser.php' );
$many = wp_insert_term( 'Good practices & ideas', 'category' )['term_id'];
for ( $i = 1; $i <= 25; $i++ ) {
	wp_insert_post( array( 'post_title' => "Practice $i", 'post_status' => 'publish', 'post_category' => array( $many ), 'post_date' => gmdate( 'Y-m-d H:i:s', 1700000000 + $i ) ) );
}
foreach ( array( 'draft', 'private' ) as $status ) {
	wp_insert_post( array( 'post_title' => 'Secret', 'post_status' => $status, 'post_category' => array( $many ) ) );
}
wp_insert_post( array( 'post_title' => 'Secret', 'post_status' => 'publish', 'post_password' => 'x', 'post_category' => array( $many ) ) );
wp_insert_post( array( 'post_title' => 'An [gallery] & <b>"image"</b>', 'post_name' => 'hostile', 'post_status' => 'publish', 'post_category' => array( $many ), 'post_date' => gmdate( 'Y-m-d H:i:s', 1700001000 ) ) );
GoodPracticeBrowser\\Sources::save( array( 'label' => 'First', 'kind' => 'posts', 'post_type' => 'post', 'taxonomy' => 'category', 'term' => (string) $many ) );
GoodPracticeBrowser\\Sources::save( array( 'label' => 'Other', 'kind' => 'address', 'url' => 'https://other.example/feed' ) );
`;

const literal = (text) => `base64_decode( '${Buffer.from(text).toString('base64')}' )`;

/** The first element with this name in some HTML, with its attributes. */
function findElement(html, name) {
  const search = (node) =>
    node.nodeName === name ? node : (node.childNodes ?? []).map(search).find((found) => found !== undefined);
  const element = search(parseFragment(html));
  return element && Object.fromEntries(element.attrs.map((attribute) => [attribute.name, attribute.value]));
}

// Requirement: E-03
describe('a page with the block or the shortcode', {skip}, () => {
  let site;
  before(async () => {
    site = await startWordPress({plugin: 'integrations/wordpress'});
    await site.runPhp(fill);
  });
  after(() => site?.stop());

  /** What visitors, or a user, get of some content. */
  const draw = (content, user = 0) =>
    site.runPhp(`wp_set_current_user( ${user} ); echo apply_filters( 'the_content', ${literal(content)} );`);
  const drawBlock = (attributes, user) =>
    draw(`<!-- wp:good-practice-browser/list ${JSON.stringify(attributes)} /-->`, user);
  const tagOf = async (html) => findElement(await html, 'good-practice-browser');
  const widthOf = async (html) =>
    findElement(await html, 'div')
      .class.split(' ')
      .find((name) => name.startsWith('align'));

  it('shows the source that an editor has chosen, otherwise the first one', async () => {
    const feed = (id) => `${site.origin}/wp-json/good-practice-browser/v1/feeds/${id}`;
    assert.equal((await tagOf(drawBlock({}))).src, feed('first'));
    assert.equal((await tagOf(draw('[good_practices]'))).src, feed('first'));
    assert.equal((await tagOf(drawBlock({source: 'other'}))).src, feed('other'));
    assert.equal((await tagOf(draw('[good_practices source="other"]'))).src, feed('other'));
  });

  it('says where the files of the script are, because optimisers move it', async () => {
    const tag = await tagOf(drawBlock({}));
    assert.equal(tag['assets-href'], `${site.origin}/wp-content/plugins/good-practice-browser/embed/`);
  });

  it('allows pictures of the site that a source comes from', async () => {
    assert.equal((await tagOf(drawBlock({source: 'other'})))['image-hosts'], 'other.example');
    const tag = await tagOf(draw('[good_practices source="other" image-hosts="cdn.example"]'));
    assert.equal(tag['image-hosts'], 'other.example cdn.example');
  });

  it('has the options of the block and of the shortcode', async () => {
    const options = {
      heading: 'Ideas',
      'heading-level': '3',
      facets: 'topic year-range',
      sort: 'newest',
      'hits-per-page': '6',
      scope: 'city:"San Sebastián"',
    };
    const {heading, facets, sort, scope} = options;
    const ofBlock = await tagOf(drawBlock({heading, headingLevel: 3, facets, sort, hitsPerPage: 6, scope}));
    const ofShortcode = await tagOf(
      draw(
        `[good_practices heading="Ideas" heading-level=3 facets="topic year-range" sort=newest hits_per_page=6 scope='${scope}']`,
      ),
    );
    for (const [name, value] of Object.entries(options)) {
      assert.equal(ofBlock[name], value);
      assert.equal(ofShortcode[name], value);
    }
  });

  it('has no filters if an editor has removed them all', async () => {
    assert.equal((await tagOf(drawBlock({facets: ''}))).facets, '');
    assert.equal((await tagOf(drawBlock({}))).facets, undefined);
  });

  it('is wide unless an editor has chosen another width', async () => {
    assert.equal(await widthOf(drawBlock({})), 'alignwide');
    assert.equal(await widthOf(drawBlock({align: 'full'})), 'alignfull');
    assert.doesNotMatch(await drawBlock({align: ''}), /align(?:wide|full)/);
    assert.equal(await widthOf(draw('[good_practices align="wide"]')), 'alignwide');
  });

  it('keeps what an editor typed as text: no HTML, no attribute, no shortcode', async () => {
    const typed = `"><script>alert(1)</script> ' [good_practices] [gallery] &amp;`;
    const html = await drawBlock({heading: typed, scope: typed});
    const tag = findElement(html, 'good-practice-browser');
    assert.equal(tag.heading, typed.replace('&amp;', '&'));
    assert.equal(tag.scope, tag.heading);
    assert.equal(findElement(html, 'script'), undefined);
    assert.equal(html.match(/<good-practice-browser/g).length, 1);
  });

  it('lets nobody set another feed or another folder of scripts', async () => {
    const tag = await tagOf(
      draw(
        '[good_practices src="https://evil.example/" assets-href="https://evil.example/" onclick="alert(1)" template-href="javascript:alert(1)"]',
      ),
    );
    assert.ok(tag.src.startsWith(site.origin));
    assert.ok(tag['assets-href'].startsWith(site.origin));
    assert.equal(tag.onclick, undefined);
    assert.equal(tag['template-href'] ?? '', '');
  });

  it('ignores wrong options, and names them to people who can edit, not to visitors', async () => {
    const wrong = '[good_practices colour=red facets="topic nonsense" sort="best" hits-per-page="-1" oops]';
    const visitor = await draw(wrong);
    assert.deepEqual(Object.keys(findElement(visitor, 'good-practice-browser')), ['src', 'assets-href', 'facets']);
    assert.doesNotMatch(visitor, /Visitors do not see this note/);
    const editor = await draw(wrong, 1);
    for (const sentence of [
      'There is no option “colour”.',
      'There is no option “oops”.',
      'The option “facets” does not know “nonsense”. It knows: topic, country, city, year, year-range.',
      'The option “sort” has a wrong value: “best”.',
      'The option “hits-per-page” has a wrong value: “-1”.',
    ])
      assert.ok(editor.includes(sentence), sentence);
  });

  it('shows nothing to visitors if its source is gone, and says so to people who can edit', async () => {
    assert.equal((await draw('[good_practices source="gone"]')).trim(), '');
    assert.match(
      await draw('[good_practices source="gone"]', 1),
      /There is no source “gone”\. The sources are: first, other\./,
    );
  });

  it('has the twenty newest posts as links for search engines and for visitors without JavaScript', async () => {
    const html = await drawBlock({});
    const titles = [...html.matchAll(/<li><a href="[^"]+">([^<]*)<\/a>/g)].map(([, title]) => title);
    assert.equal(titles.length, 20);
    assert.equal(titles[1], 'Practice 25');
    assert.doesNotMatch(html, /Secret/);
    assert.match(html, new RegExp(`<p><a href="${site.origin}/category/good-practices-ideas/">More</a></p>`));
  });

  it('runs nothing that stands in the title of a post', async () => {
    const html = await drawBlock({});
    assert.match(html, /<a href="[^"]+\/hostile\/">An &#91;gallery&#93; &amp; &#8220;image&#8221;<\/a>/);
  });

  it('says for other sites that the list needs JavaScript', async () => {
    assert.match(
      await drawBlock({source: 'other'}),
      /<p>This list of good practices needs JavaScript\.<\/p><\/good-practice-browser>/,
    );
  });

  it('has plain links in RSS, where no script runs', async () => {
    const html = await site.runPhp(`$GLOBALS['wp_query']->is_feed = true; echo do_shortcode( '[good_practices]' );`);
    assert.match(html, /^<ul><li><a href=/);
    assert.doesNotMatch(html, /good-practice-browser/);
  });

  it('has the script and the style once, and other pages have neither', async () => {
    const write = (name, content) =>
      site.runPhp(
        `wp_insert_post( array( 'post_type' => 'page', 'post_name' => '${name}', 'post_title' => 'Page', 'post_status' => 'publish', 'post_content' => ${literal(content)} ) );`,
      );
    await write('lists', '<!-- wp:good-practice-browser/list /--> [good_practices]');
    await write('none', 'Text');
    const read = async (name) => (await fetch(`${site.origin}/${name}/`)).text();
    const count = (html, pattern) => html.match(pattern)?.length ?? 0;
    const lists = await read('lists');
    assert.equal(count(lists, /<good-practice-browser /g), 2);
    assert.equal(count(lists, /<script[^>]+embed\/good-practice-browser\.js\?ver=/g), 1);
    assert.equal(count(lists, /<style id=.good-practice-browser-inline-css/g), 1);
    assert.ok(lists.indexOf('good-practice-browser-inline-css') < lists.indexOf('<body'), 'the style comes late');
    assert.equal(count(await read('none'), /good-practice-browser/g), 0);
  });

  it('gives Austria and formal German our German texts, and Dutch people the English ones', async () => {
    const titleIn = (locale) =>
      site.runPhp(`
add_filter( 'locale', static function () { return '${locale}'; } );
GoodPracticeBrowser\\Translations::load();
echo __( 'Good practices', 'good-practice-browser' );`);
    assert.equal(await titleIn('de_DE'), 'Gute Praxisbeispiele');
    assert.equal(await titleIn('de_DE_formal'), 'Gute Praxisbeispiele');
    assert.equal(await titleIn('de_AT'), 'Gute Praxisbeispiele');
    assert.equal(await titleIn('fr_CA'), 'Bonnes pratiques');
    assert.equal(await titleIn('nl_NL'), 'Good practices');
  });

  it('causes no message of PHP', async () => {
    const ours = (await site.debugLog()).split('\n').filter((line) => line.includes('plugins/good-practice-browser'));
    assert.deepEqual(ours, []);
  });

  describe('takes from the theme', () => {
    /** The tokens with these colours of the theme. */
    const tokensWith = async (background, palette, button = '') =>
      JSON.parse(
        await site.runPhp(`
add_filter( 'wp_theme_json_data_theme', static function ( $data ) {
	return $data->update_with( array( 'version' => 2,
		'settings' => array( 'color' => array( 'palette' => json_decode( '${JSON.stringify(Object.entries(palette).map(([slug, color]) => ({slug, color, name: slug})))}', true ) ) ),
		'styles' => array( 'color' => array( 'background' => '${background}' ), 'elements' => array( 'button' => array( 'color' => array( 'background' => '${button}' ) ) ) ) ) );
} );
WP_Theme_JSON_Resolver::clean_cached_data();
echo wp_json_encode( GoodPracticeBrowser\\ThemeColours::tokens() );`),
      );
    const accentOf = (tokens) => /light-dark\((.+),(.+)\)/.exec(tokens['--gpb-accent'] ?? '')?.slice(1);

    it('its first readable colour, and leaves out bright ones', async () => {
      const palette = {base: '#ffffff', contrast: '#000000', primary: '#9DFF20', secondary: '#345C00'};
      const tokens = await tokensWith('var(--wp--preset--color--base)', palette, 'var(--wp--preset--color--primary)');
      assert.deepEqual(accentOf(tokens), ['#345c00', '#8ab4ff']);
      assert.equal(tokens['--gpb-on-accent'], 'light-dark(#fff,#0b1220)');
    });

    it('the colour of its buttons, if that is readable', async () => {
      const palette = {base: '#fff', accent: '#503aa8', ink: '#111111'};
      assert.deepEqual(accentOf(await tokensWith('#fff', palette, 'var:preset|color|ink')), ['#111111', '#8ab4ff']);
    });

    it('a bright colour on a dark background', async () => {
      const tokens = await tokensWith('var:preset|color|base', {
        base: '#0d1320',
        primary: '#ffd24a',
        secondary: '#10243e',
      });
      assert.deepEqual(accentOf(tokens), ['#1d4ed8', '#ffd24a']);
      assert.equal(tokens['--gpb-on-accent'], 'light-dark(#fff,#000)');
    });

    it('nothing, if none of its colours is readable or known', async () => {
      assert.deepEqual(await tokensWith('#fff', {primary: '#9dff20', other: 'color-mix(in srgb, red, blue)'}), []);
    });

    it('never a colour with less than 4.5 to 1 on the background, and black or white on it', async () => {
      const luminance = (hex) => {
        const channels = hex.match(/[\da-f]{2}/g).map((pair) => parseInt(pair, 16) / 255);
        const [r, g, b] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrast = (a, b) => {
        const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
        return (light + 0.05) / (dark + 0.05);
      };
      // Colours of all hues and brightnesses, on light, middle and dark backgrounds.
      const steps = ['00', '44', '88', 'cc', 'ff'];
      const colours = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
      const backgrounds = ['#ffffff', '#d1e4dd', '#888888', '#767676', '#28303d', '#000000'];
      const code = `$class = new ReflectionClass( 'GoodPracticeBrowser\\ThemeColours' );
$answers = array();
foreach ( array( ${backgrounds.map((colour) => `'${colour}'`).join(', ')} ) as $background ) {
	foreach ( array( ${colours.map((colour) => `'${colour}'`).join(', ')} ) as $colour ) {
		$filter = static function ( $data ) use ( $background, $colour ) {
			return $data->update_with( array( 'version' => 2, 'settings' => array( 'color' => array( 'palette' => array( array( 'slug' => 'primary', 'name' => 'x', 'color' => $colour ) ) ) ), 'styles' => array( 'color' => array( 'background' => $background ), 'elements' => array( 'button' => array( 'color' => array( 'background' => '' ) ) ) ) ) );
		};
		add_filter( 'wp_theme_json_data_theme', $filter );
		WP_Theme_JSON_Resolver::clean_cached_data();
		$answers[] = array( $background, $colour, GoodPracticeBrowser\\ThemeColours::tokens() );
		remove_filter( 'wp_theme_json_data_theme', $filter );
	}
}
echo wp_json_encode( $answers );`;
      const answers = JSON.parse(await site.runPhp(code));
      assert.equal(answers.length, backgrounds.length * colours.length);
      for (const [background, colour, tokens] of answers) {
        const isReadable = contrast(colour, background) >= 4.5;
        const accents = accentOf(tokens) ?? [];
        assert.equal(accents.includes(colour), isReadable, `${colour} on ${background}`);
        if (!isReadable) continue;
        const on = /light-dark\((.+),(.+)\)/.exec(tokens['--gpb-on-accent'])[1 + accents.indexOf(colour)];
        const text = {'#fff': '#ffffff', '#000': '#000000', '#0b1220': '#0b1220'}[on];
        assert.ok(contrast(colour, text) >= 4.5, `${on} on ${colour}`);
      }
    });
  });

  describe('comes from a source that administrators define without JavaScript', () => {
    let browser, page;
    const open = (parameters = '') =>
      page.goto(`${site.origin}/wp-admin/options-general.php?page=good-practice-browser${parameters}`);
    const names = async () =>
      (await site.runPhp(`echo implode( ' ', wp_list_pluck( GoodPracticeBrowser\\Sources::all(), 'label' ) );`)).split(
        ' ',
      );
    const card = (name) => page.getByRole('listitem').filter({has: page.getByRole('heading', {name, exact: true})});
    const logIn = async ({name, password}) => {
      const context = await browser.newContext({javaScriptEnabled: false, viewport: {width: 390, height: 800}});
      page = await context.newPage();
      await page.goto(`${site.origin}/wp-login.php`);
      await page.getByLabel('Username or Email Address').fill(name);
      await page.locator('#user_pass').fill(password);
      await page.getByRole('button', {name: 'Log In'}).click();
    };
    before(async () => {
      browser = await launch();
      await logIn(site.users.administrator);
    });
    after(() => browser?.close());

    it('leads there from the list of plugins', async () => {
      await page.goto(`${site.origin}/wp-admin/plugins.php`);
      const row = page.getByRole('row').filter({hasText: 'Good Practice Browser'});
      await row.getByRole('link', {name: 'Settings', exact: true}).click();
      await page.getByRole('heading', {name: 'Good practices', level: 1}).waitFor();
    });

    it('adds posts under the name of their category, and says what to do next', async () => {
      await open();
      await page.getByLabel('Posts', {exact: true}).selectOption({label: 'Category: Good practices & ideas (27)'});
      await page.getByRole('button', {name: 'Add the source'}).first().click();
      const status = page.getByRole('status');
      assert.match(await status.innerText(), /“Good practices & ideas” is saved\. Next: edit a page/);
      assert.match(await card('Good practices & ideas').innerText(), /^26 practices\.$/m);
      await status.getByRole('link', {name: /Create a page/}).waitFor();
    });

    it('shows the address of the feed, which other sites may read', async () => {
      await open();
      const link = card('Good practices & ideas').getByRole('link', {name: /^http/});
      assert.match(await link.innerText(), /\/wp-json\/good-practice-browser\/v1\/feeds\/good-practices-ideas$/);
      const {practices} = await (await fetch(await link.getAttribute('href'))).json();
      assert.equal(practices.length, 26);
    });

    it('gives such a page the list and a title', async () => {
      const content = await site.runPhp(`
wp_set_current_user( 1 );
require_once ABSPATH . 'wp-admin/includes/admin.php';
$_GET['good_practices'] = 'first';
$post = get_default_post_to_edit( 'page', true );
echo $post->post_title, ' ', $post->post_content;`);
      assert.equal(content, 'First <!-- wp:good-practice-browser/list {"source":"first","align":"wide"} /-->');
    });

    it('says why an address is refused, keeps what was typed, and saves nothing', async () => {
      await open();
      const count = (await names()).length;
      await page.getByLabel('Address').fill('https://127.0.0.1/feed');
      await page.getByLabel('Name (optional)').last().fill('Typed <b>name</b>');
      await page.getByRole('button', {name: 'Add the source'}).last().click();
      assert.match(await page.getByRole('alert').innerText(), /not an address that can be fetched/);
      assert.equal(await page.getByLabel('Address').inputValue(), 'https://127.0.0.1/feed');
      assert.equal(await page.getByLabel('Name (optional)').last().inputValue(), 'Typed <b>name</b>');
      assert.equal((await names()).length, count);
    });

    it('changes a source and keeps its id, so that pages keep their list', async () => {
      await open();
      await card('First').getByRole('link', {name: 'Edit: First'}).click();
      assert.equal(
        await page.locator('#gpb-posts option:checked').innerText(),
        'Category: Good practices & ideas (27)',
      );
      await page.getByLabel('Name (optional)').fill('Renamed');
      await page.getByRole('button', {name: 'Save'}).click();
      await card('Renamed').getByText('[good_practices source="first"]').waitFor();
    });

    it('deletes a source only after a question', async () => {
      await open();
      await card('Other').getByRole('link', {name: 'Delete: Other'}).click();
      assert.ok((await names()).includes('Other'));
      await page.getByRole('button', {name: 'Delete the source'}).click();
      assert.equal(await page.getByRole('status').innerText(), 'The source is deleted.');
      assert.ok(!(await names()).includes('Other'));
    });

    it('has no scroll bar at 390 px', async () => {
      await open();
      const {width} = await page.locator('.gpb-settings').boundingBox();
      assert.ok(width <= 390);
    });

    it('accepts no form without its nonce, and no author', async () => {
      const form = {gpb_action: 'delete', id: 'first'};
      const send = async () => (await page.request.post(page.url(), {form})).status();
      await open();
      assert.equal(await send(), 403);
      await logIn(site.users.author);
      assert.equal((await open()).status(), 403);
      assert.equal(await send(), 403);
      assert.ok((await names()).includes('Renamed'));
    });
  });
});
