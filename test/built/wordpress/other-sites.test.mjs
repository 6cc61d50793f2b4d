// The lists of other sites, as our plugin for WordPress fetches them. No test asks a server: WordPress gets prepared answers.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import {reasonToSkip, startWordPress} from '../../support/wordpress.mjs';

const skip = reasonToSkip() ?? false;

const imports = `use GoodPracticeBrowser\\{AddressGuard, FeedCache, FeedFailure, FeedReader, RemoteFeed, SettingsPage, Sources};
require_once ABSPATH . 'wp-admin/includes/admin.php';
`;

/** Counts the requests of this WordPress to other sites. WordPress itself looks for updates, and asks itself for https. */
const requestCounter = `<?php
add_filter( 'pre_http_request', static function ( $answer, $arguments, $url ) {
	update_option( 'requests', (int) get_option( 'requests' ) + ( strpos( $url, '.example' ) ? 1 : 0 ), false );
	return $answer;
}, 1, 3 );`;

const toPhp = (value) =>
  `json_decode( base64_decode( '${Buffer.from(JSON.stringify(value)).toString('base64')}' ), true )`;

const publicIp = '93.184.215.14';
const home = 'https://other.example/practices.json';

// Requirement: E-03
describe('the list of another site', {skip}, () => {
  let site;
  before(async () => {
    site = await startWordPress({plugin: 'integrations/wordpress'});
    const folder = join(site.folder, 'wp-content/mu-plugins');
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, 'requests.php'), requestCounter);
    await site.runPhp(`require_once ABSPATH . 'wp-admin/includes/plugin.php';
activate_plugin( 'good-practice-browser/good-practice-browser.php' );`);
    await define(home);
  });
  after(() => site?.stop());

  const evaluate = async (code) =>
    JSON.parse(await site.runPhp(`${imports} echo wp_json_encode( ( static function () { ${code} } )() );`));
  const define = (url) =>
    evaluate(
      `return Sources::save( array( 'id' => 'other', 'label' => 'Other city', 'kind' => 'address', 'url' => ${toPhp(url)} ) );`,
    );
  const ask = () => fetch(`${site.origin}/wp-json/good-practice-browser/v1/feeds/other`);

  /**
   * Runs the job of WP-Cron several times.
   * @param {{answers: Record<string, string | {status?: number, headers?: object, body?: string, times?: number}>, ips?: Record<string, string[]>}[]} attempts
   * `answers` by address; a text is the body. `ips` of hosts; others are public.
   */
  const refreshEach = (attempts, address = home) =>
    evaluate(`
if ( Sources::get( 'other' )['url'] !== '${address}' ) {
	Sources::save( array( 'url' => '${address}' ) + Sources::get( 'other' ) );
}
$results = array();
foreach ( ${toPhp(attempts)} as $attempt ) {
	$answers  = $attempt['answers'];
	$asked    = array();
	$settings = array();
	$answer   = static function ( $none, $arguments, $url ) use ( $answers, &$asked, &$settings ) {
		$asked[]  = $url;
		$settings = array_intersect_key( $arguments, array_flip( array( 'timeout', 'redirection', 'reject_unsafe_urls', 'sslverify', 'limit_response_size' ) ) );
		if ( ! isset( $answers[ $url ] ) ) {
			return new WP_Error( 'http_request_failed', 'no answer' );
		}
		$answer = ( is_array( $answers[ $url ] ) ? $answers[ $url ] : array( 'body' => $answers[ $url ] ) ) + array( 'status' => 200, 'headers' => array(), 'body' => '', 'times' => 1 );
		return array(
			'headers'  => new Requests_Utility_CaseInsensitiveDictionary( $answer['headers'] ),
			'body'     => str_repeat( $answer['body'], $answer['times'] ),
			'response' => array( 'code' => $answer['status'], 'message' => '' ),
			'cookies'  => array(),
		);
	};
	add_filter( 'pre_http_request', $answer, 10, 3 );
	RemoteFeed::refresh( 'other', new AddressGuard( static function ( $host ) use ( $attempt ) {
		return isset( $attempt['ips'][ $host ] ) ? $attempt['ips'][ $host ] : array( '${publicIp}' );
	} ) );
	remove_filter( 'pre_http_request', $answer );
	$entry     = FeedCache::get( 'other' );
	$results[] = array( 'asked' => $asked, 'settings' => $settings, 'feed' => $entry ? json_decode( $entry['body'] ) : null ) + RemoteFeed::state( 'other' );
}
return $results;`);
  const refresh = async (answers, address) => (await refreshEach([{answers}], address))[0];

  describe('its address', () => {
    it('is refused unless it is that of a server that everybody can reach by https', async () => {
      const refused = [
        '',
        'http://other.example/',
        'ftp://other.example/',
        'file:///etc/passwd',
        '//other.example/',
        'https://',
        'https:///path',
        'https://localhost/',
        'https://127.0.0.1/',
        'https://127.1/',
        'https://2130706433/',
        'https://0x7f000001/',
        'https://0x7f.0x0.0x0.0x1/',
        'https://017700000001/',
        'https://0177.0.0.1/',
        'https://169.254.169.254/latest/meta-data/',
        'https://93.184.215.14/',
        'https://[::1]/',
        'https://[::ffff:127.0.0.1]/',
        'https://[::ffff:7f00:1]/',
        'https://①②⑦.⓪.⓪.①/',
        'https://other.example:8443/',
        'https://other.example:22/',
        'https://user@other.example/',
        'https://user:password@other.example/',
        'https://other.example\\@127.0.0.1/',
        'https://other.example#@127.0.0.1/',
        'https://other.example%2F@127.0.0.1/',
        'https://other.example\r\nHost: 127.0.0.1/',
        'https://other.example/a b',
        'https://other.example/\nx',
        'https://-other.example/',
        'https://other..example/',
        `https://other.example/${'a'.repeat(8000)}`,
      ];
      const allowed = [
        'https://other.example',
        'HTTPS://Other.Example/feed/?cat=2&feed=rss2',
        'https://other.example:443/a%20b',
        'https://xn--bcher-kva.example/',
        'https://a.b-c.other.example?x',
      ];
      const problems = await evaluate(
        `return array_map( array( AddressGuard::class, 'problem_with' ), ${toPhp([...refused, ...allowed])} );`,
      );
      for (const [i, address] of [...refused, ...allowed].entries())
        assert.equal(problems[i] === '', i >= refused.length, `${address}: ${problems[i]}`);
    });

    it('leads to public IP addresses only', async () => {
      const notPublic = (
        '0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.254 127.0.0.1 127.255.255.255 169.254.0.1 169.254.169.254 172.16.0.1 ' +
        '172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.1.2.3 ' +
        '240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:93.184.215.14 64:ff9b::7f00:1 64:ff9b:1::1 100::1 fe80::1 febf::1 ' +
        'fec0::1 fc00::1 fd12:3456::1 ff02::1 2001::1 2001:10::1 2001:db8::1 2002:7f00:1:: 3fff::1 4000::1 fe80::1%eth0 127.1 2130706433 ' +
        '0x7f000001 0177.0.0.1 localhost'
      ).split(' ');
      const open =
        '1.1.1.1 9.255.255.255 11.0.0.1 93.184.215.14 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.0.1.1 223.255.255.255 2606:2800:21f::1 2a00:1450::1 2001:4860::1'.split(
          ' ',
        );
      const found = await evaluate(
        `return array_filter( ${toPhp([...notPublic, ...open])}, array( AddressGuard::class, 'is_public' ) );`,
      );
      assert.deepEqual(Object.values(found), open);
    });

    it('is not fetched if any address of its host is private', async () => {
      const answers = {[home]: '[{"title": "A"}]'};
      const hosts = [
        ['127.0.0.1'],
        ['169.254.169.254'],
        [publicIp, '10.0.0.1'],
        [publicIp, '::1'],
        ['fd00::1'],
        ['::ffff:10.0.0.1'],
        [],
      ];
      const results = await refreshEach(hosts.map((ips) => ({answers, ips: {'other.example': ips}})));
      assert.match(results.pop().error, /^There is no server with the name other\.example/);
      for (const {asked, error} of results) {
        assert.deepEqual(asked, []);
        assert.equal(
          error,
          'The server other.example is in a private network, so its list is not fetched. Only servers that everybody can reach are.',
        );
      }
    });

    it('may lead on twice, and each time to such servers only', async () => {
      const moved = (location, status = 301) => ({status, headers: {Location: location}});
      const twice = await refresh({
        [home]: moved('/new.json', 302),
        'https://other.example/new.json': moved('https://cdn.example/list.json#top', 307),
        'https://cdn.example/list.json': '[{"title": "Moved", "url": "page"}]',
      });
      assert.deepEqual(twice.asked, [home, 'https://other.example/new.json', 'https://cdn.example/list.json']);
      assert.equal(twice.feed.practices[0].url, 'https://cdn.example/page');
      const last = await refresh({
        [home]: moved('/1'),
        'https://other.example/1': moved('/2'),
        'https://other.example/2': moved('/3'),
        'https://other.example/3': '[]',
      });
      assert.equal(last.asked.length, 3);
      assert.match(last.error, /^The address leads from one address to the next/);
      const locations = [
        'http://other.example/',
        'https://127.0.0.1/',
        'https://[::1]/',
        'https://2130706433/',
        'https://other.example:8080/',
        '//169.254.169.254/',
        'https://intranet.example/',
        'file:///etc/passwd',
        'gopher://other.example/',
      ];
      const ips = {'intranet.example': ['10.1.2.3']};
      const results = await refreshEach(locations.map((location) => ({answers: {[home]: moved(location)}, ips})));
      for (const [i, {asked, error}] of results.entries()) {
        assert.deepEqual(asked, [home], locations[i]);
        assert.match(error, /^The other site sends us on to /, locations[i]);
      }
    });

    it('is that of the IP addresses that were checked, also if a name server changes its mind', async () => {
      const [refused, pinned] = await evaluate(`
$ask = static function ( $with_pin ) {
	$handle = curl_init( 'https://other.example/' );
	curl_setopt( $handle, CURLOPT_CONNECTTIMEOUT_MS, 300 );
	curl_setopt( $handle, CURLOPT_RETURNTRANSFER, true );
	if ( $with_pin ) {
		do_action_ref_array( 'http_api_curl', array( &$handle, array(), 'https://other.example/' ) );
	}
	curl_exec( $handle );
	return curl_errno( $handle );
};
$found = null;
add_filter( 'pre_http_request', static function () use ( $ask, &$found ) {
	$found = $ask( true );
	return new WP_Error( 'x', 'x' );
} );
RemoteFeed::refresh( 'other', new AddressGuard( static function () { return array( '${publicIp}', '2606:2800:21f::1' ); } ) );
return array( $ask( true ), $found );`);
      const cannotResolve = 6;
      assert.equal(refused, cannotResolve, 'nothing is pinned for other requests');
      assert.notEqual(pinned, cannotResolve);
    });
  });

  it('is asked for with limits of time and size', async () => {
    const {settings} = await refresh({[home]: '[{"title": "A"}]'});
    assert.deepEqual(settings, {
      timeout: 10,
      redirection: 0,
      reject_unsafe_urls: true,
      sslverify: true,
      limit_response_size: 10 * 1024 * 1024 + 1,
    });
  });

  it('is unpacked once, within the limit of size', async () => {
    const heads = await evaluate(`
$heads = array();
$parse = static function () use ( &$heads ) {
	$answer = "HTTP/1.1 200 OK\\r\\nContent-Encoding: gzip\\r\\ncontent-encoding : gzip\\r\\n\\r\\nx";
	do_action_ref_array( 'requests-requests.before_parse', array( &$answer ) );
	$heads[] = preg_match_all( '/^content-encoding/mi', $answer );
	return new WP_Error( 'x', 'x' );
};
add_filter( 'pre_http_request', $parse );
RemoteFeed::refresh( 'other', new AddressGuard( static function () { return array( '${publicIp}' ); } ) );
$parse();
return $heads;`);
    assert.deepEqual(heads, [0, 2], 'WordPress unpacks only the answers to others');
  });

  it('is rewritten: what our format has, with addresses of the web', async () => {
    const document = {
      version: '9',
      title: 'Their title',
      language: 'fr',
      license: 'CC BY 4.0',
      updated: '2026-11-24',
      secret: 'x',
      synonyms: [['KiTa', 'nursery'], ['one'], ['a,b', 'c', 'd'], 7],
      topics: [{id: 'work', label: {en: 'Work', fr: 'Travail', '<b>': 'x'}, more: 1}, 'Youth', {}, null, [1]],
      texts: 'https://elsewhere.example/texts.json',
      next_url: 'https://127.0.0.1/next.json',
      practices: [
        {
          id: 17,
          title: {en: 'Play', fr: 'Jouer'},
          titleLang: 'en_GB',
          city: ['Lublin', 7, {}, 'Kraków'],
          country: 'PL',
          location: [[51.25, 22.57], null, ['x', 1], [999, 1]],
          period: 2019,
          years: ['2019', 1700, 'x'],
          topics: ['work', {label: 'New'}, 5.5, true],
          summary: 'a\u0000b\u202Ec',
          sections: [
            'Plain',
            {heading: 'H', html: '<p onclick="x">T</p><script>alert(1)</script><a href="rel">r</a>'},
            {html: {en: '<b>B</b>', fr: '<script>x</script>'}, base: 'https://base.example/'},
            {heading: 'alone'},
            {text: ['x']},
            null,
          ],
          url: 'javascript:alert(1)',
          image: {src: '/i.jpg', alt: {en: 'Picture'}, onerror: 'x'},
          links: [
            'mailto:a@b.example',
            'https://u:p@evil.example/',
            'doc.pdf',
            {url: 'java&#115;cript:alert(1)'},
            {url: 'www.city.example', label: 'City'},
            {label: 'x'},
          ],
          contact: {name: 'N', email: 'a@b.example?cc=c@d.example', phone: '+44', url: 'data:text/html,x', x: 1},
          updated: '24.11.2026',
          details: 'https://127.0.0.1/',
          onclick: 'alert(1)',
          __proto__: {x: 1},
        },
        {title: ''},
        {title: {}},
        'text',
        null,
        {
          title: 'Second',
          contact: 'someone',
          image: 'ftp://x/y',
          url: '//cdn.example/a?b=1&amp;c=2',
          location: {lat: 1, lon: 2},
        },
      ],
    };
    const {asked, error, feed} = await refresh({[home]: JSON.stringify(document)});
    assert.equal(error, '');
    assert.deepEqual(asked, [home], 'a list may not make us ask others');
    assert.deepEqual(feed, {
      version: '1',
      title: 'Other city',
      language: 'fr',
      license: 'CC BY 4.0',
      updated: '2026-11-24',
      topics: [{id: 'work', label: {en: 'Work', fr: 'Travail'}}, 'Youth'],
      synonyms: [
        ['KiTa', 'nursery'],
        ['c', 'd'],
      ],
      practices: [
        {
          id: '17',
          title: {en: 'Play', fr: 'Jouer'},
          titleLang: 'en-GB',
          city: ['Lublin', '7', '', 'Kraków'],
          country: 'PL',
          location: [[51.25, 22.57], null, null, null],
          period: '2019',
          years: [2019],
          topics: ['work', {label: 'New'}, '5.5'],
          summary: 'abc',
          sections: [
            'Plain',
            {heading: 'H', html: '<p>T</p><a href="rel">r</a>', base: home},
            {html: {en: '<b>B</b>'}, base: 'https://base.example/'},
          ],
          image: {src: 'https://other.example/i.jpg', alt: {en: 'Picture'}},
          links: ['https://other.example/doc.pdf', {url: 'https://www.city.example', label: 'City'}],
          contact: {name: 'N', phone: '+44'},
        },
        {title: 'Second', contact: 'someone', url: 'https://cdn.example/a?b=1&c=2', location: [1, 2]},
      ],
    });
    const validate = new Ajv({strict: false}).compile(JSON.parse(readFileSync('feed.schema.json', 'utf8')));
    validate(feed);
    assert.deepEqual(validate.errors, null);
  });

  it('is cut where the widget would cut it', async () => {
    const {feed} = await refresh({
      [home]: JSON.stringify([
        {
          title: 'T'.repeat(1000),
          city: Array.from({length: 300}, () => 'C'.repeat(300)),
          sections: [{html: '<b>word</b> '.repeat(30_000)}],
          summary: 'S'.repeat(30_000),
        },
      ]),
    });
    const [{city, sections, summary, title}] = feed.practices;
    assert.deepEqual([title.length, city.length, city[0].length, summary.length], [500, 200, 200, 20_000]);
    assert.ok(sections[0].html.length <= 200_000);
  });

  it('has all its pages and its full texts', async () => {
    const {asked, feed} = await refresh({
      [home]: JSON.stringify({
        language: 'pl',
        texts: 'texts.json',
        next_url: '?page=2',
        practices: [{id: 'a', title: 'A', details: 'a.json'}],
      }),
      [`${home}?page=2`]: JSON.stringify({next_url: 'https://other.example/3', practices: [{id: 'b', title: 'B'}]}),
      'https://other.example/3': JSON.stringify({practices: [{id: 'c', title: 'C'}]}),
      'https://other.example/texts.json': JSON.stringify([
        {id: 'b', title: 'Wrong', sections: ['Text of b']},
        {id: 'x'},
      ]),
    });
    assert.equal(asked.length, 4);
    assert.equal(feed.language, 'pl');
    assert.deepEqual(feed.practices, [
      {id: 'a', title: 'A'},
      {id: 'b', title: 'B', sections: ['Text of b']},
      {id: 'c', title: 'C'},
    ]);
  });

  describe('in pages, behind a proxy', () => {
    const titles = ({feed}) => feed.practices.map(({title}) => title);
    const page = (title, more) => JSON.stringify({practices: [{id: title, title}], ...more});

    it('is fetched by https, also if its server writes http', async () => {
      const {asked, error, ...rest} = await refresh({
        [home]: page('A', {next_url: 'http://other.example/2', texts: 'http://Other.example:80/texts.json'}),
        'https://other.example/2': {headers: {Link: '<http://other.example?page=3>; rel="next"'}, body: page('B')},
        'https://other.example?page=3': page('C'),
        'https://Other.example/texts.json': JSON.stringify([{id: 'A', sections: ['Text of A']}]),
      });
      assert.equal(error, '');
      assert.deepEqual(asked, [
        home,
        'https://other.example/2',
        'https://other.example?page=3',
        'https://Other.example/texts.json',
      ]);
      assert.deepEqual(titles(rest), ['A', 'B', 'C']);
      assert.deepEqual(rest.feed.practices[0].sections, ['Text of A']);
    });

    it('is fetched from no other server, port or protocol', async () => {
      const addresses = [
        'http://elsewhere.example/2',
        'http://other.example.elsewhere.example/2',
        'http://other.example@elsewhere.example/2',
        'http://elsewhere.example#@other.example/2',
        'http://other.example:8080/2',
        'http://127.0.0.1/2',
        'ftp://other.example/2',
        'file:///etc/passwd',
      ];
      const results = await refreshEach(
        addresses.flatMap((address) => [
          {answers: {[home]: page('A', {next_url: address})}},
          {answers: {[home]: page('A', {texts: address})}},
          {answers: {[home]: {headers: {Link: `<${address}>; rel="next"`}, body: page('A')}}},
        ]),
      );
      for (const [i, {asked}] of results.entries()) assert.deepEqual(asked, [home], addresses[Math.floor(i / 3)]);
    });
  });

  it('has the pages that only the header Link names, as the widget reads it', async () => {
    const second = `${home}?page=2,b`;
    const body = '[{"title": "A"}]';
    const headers = [
      `<${second}>; rel="next"`,
      `<${second}>; rel=next`,
      `<${home}?page=0>; rel="prev", <${second}>; title="More"; rel="last next"`,
      '<?page=2,b>; REL = "NEXT", <?page=9>; rel="last"',
      ['<https://api.example/>; rel="https://api.w.org/"', `<${second}>; rel="next"`],
    ];
    const rss = '<rss version="2.0"><channel><item><title>A</title></item></channel></rss>';
    const results = await refreshEach([
      ...headers.map((Link) => ({answers: {[home]: {headers: {Link}, body}, [second]: '[{"title": "B"}]'}})),
      {answers: {[home]: {headers: {Link: headers[0]}, body: rss}, [second]: rss.replace('A', 'B')}},
    ]);
    for (const [i, {asked, error, feed}] of results.entries()) {
      assert.equal(error, '', headers[i]);
      assert.deepEqual(asked, [home, second], headers[i]);
      assert.equal(feed.practices.length, 2, headers[i]);
    }
    for (const Link of [`<${second}>; rel="nextish"`, `<${second}>`, `${second}; rel="next"`, 'nonsense']) {
      const {asked} = await refresh({[home]: {headers: {Link}, body}});
      assert.deepEqual(asked, [home], Link);
    }
    const own = await refresh({
      [home]: {
        headers: {Link: '<?page=9>; rel="next"'},
        body: JSON.stringify({next_url: '?page=2', practices: [{title: 'A'}]}),
      },
      [`${home}?page=2`]: body,
    });
    assert.deepEqual(own.asked, [home, `${home}?page=2`], 'the own link of the list takes precedence');
  });

  it('has the pages that WordPress counts, also at an address without parameters', async () => {
    const answer = (title) => ({headers: {'X-WP-TotalPages': '3'}, body: JSON.stringify([{title: {rendered: title}}])});
    const {asked, feed} = await refresh({
      [home]: answer('A'),
      [`${home}?page=2`]: answer('B'),
      [`${home}?page=3`]: answer('C'),
    });
    assert.deepEqual(asked, [home, `${home}?page=2`, `${home}?page=3`]);
    assert.equal(feed.practices.length, 3);
  });

  it('has the pages that Atom names', async () => {
    const atom = (title, more = '') =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${more}<entry><title>${title}</title><link rel="next" href="wrong"/></entry></feed>`;
    const {asked, feed} = await refresh({
      [home]: atom('A', '<link rel="self" href="/"/><link rel="next" href="http://other.example/2"/>'),
      'https://other.example/2': atom('B'),
    });
    assert.deepEqual(asked, [home, 'https://other.example/2']);
    assert.equal(feed.practices.length, 2);
  });

  it('has no more than 20 pages', async () => {
    const page = (i) => JSON.stringify({next_url: `https://other.example/${i + 1}`, practices: [{title: `P${i}`}]});
    const answers = Object.fromEntries(Array.from({length: 30}, (_, i) => [`https://other.example/${i}`, page(i)]));
    const {asked, error} = await refresh({...answers, [home]: page(0)});
    assert.equal(asked.length, 20);
    assert.match(error, /^The list has more than 20 pages/);
  });

  it('may be the posts of a WordPress, on several pages', async () => {
    const address = 'https://other.example/wp-json/wp/v2/posts?categories=7';
    const asked = `${address}&per_page=100&orderby=id&_embed=wp:term,wp:featuredmedia`;
    const post = (i) => ({
      id: i,
      slug: i === 3 ? '%d0%bc' : `post-${i}`,
      link: `https://other.example/post-${i}/`,
      title: {rendered: `Post &amp; <em>${i}</em>`},
      excerpt: {rendered: i === 1 ? '<p>Own words</p>' : '<p>Heading First paragraph. [&hellip;]</p>'},
      content: {rendered: '<h2>Heading</h2><p>First paragraph.</p><script>x</script><img src="a.png">'},
      modified: '2026-11-24T10:00:00',
      meta: {city: 'Lublin', gpb_country: 'PL', other: 'x'},
      acf: {year: '2019'},
      _links: {'wp:term': [{taxonomy: 'category', href: 'https://other.example/wp-json/wp/v2/categories?post=1'}]},
      _embedded: {
        'wp:term': [
          [
            {id: 7, name: 'Good practices', slug: 'good', taxonomy: 'category'},
            {id: 1, name: 'Uncategorized', slug: 'uncategorized', taxonomy: 'category'},
            {id: 8, name: 'Housing &amp; work', slug: 'housing', taxonomy: 'category'},
          ],
        ],
        'wp:featuredmedia': [
          {
            source_url: 'https://other.example/big.jpg',
            alt_text: 'Alt',
            media_details: {sizes: {large: {source_url: 'https://other.example/large.jpg'}}},
          },
        ],
      },
    });
    const headers = {'X-WP-TotalPages': '2'};
    const answers = {
      [asked]: {headers, body: JSON.stringify([post(1), post(2)])},
      [`${asked}&page=2`]: {headers, body: JSON.stringify([post(3)])},
    };
    const {error, feed} = await refresh(answers, address);
    assert.equal(error, '');
    assert.deepEqual(
      feed.practices.map(({id}) => id),
      ['post-1', 'post-2', '3'],
    );
    const [first, second] = feed.practices;
    assert.equal(first.summary, 'Own words');
    assert.deepEqual(second, {
      id: 'post-2',
      title: 'Post & 2',
      city: 'Lublin',
      country: 'PL',
      period: '2019',
      topics: ['Housing &amp; work'],
      summary: 'First paragraph.',
      sections: [
        {html: '<h2>Heading</h2><p>First paragraph.</p><img src="a.png">', base: 'https://other.example/post-2/'},
      ],
      url: 'https://other.example/post-2/',
      image: {src: 'https://other.example/large.jpg', alt: 'Alt'},
      updated: '2026-11-24T10:00:00',
    });
  });

  it('may be RSS or Atom', async () => {
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:x="https://x.example/"><channel><title>T</title><language>de-DE</language>
<item><title>Spielstra&#223;e &amp;amp; mehr</title><link>https://other.example/12</link><guid isPermaLink="false">https://other.example/?p=12</guid><pubDate>Tue, 24 Nov 2026 10:00:00 +0000</pubDate><category>Jugend, Sport</category><category>Arbeit</category><x:city>Köln</x:city>
<description>Erster Absatz. [&amp;hellip;]</description><content:encoded><![CDATA[<p>Erster Absatz.</p><script>alert(1)</script><p>Zweiter.</p><p>Der Beitrag <a href="a">A</a> erschien zuerst auf <a href="b">B</a>.</p>]]></content:encoded><enclosure url="https://other.example/i.jpg" type="image/jpeg" length="1"/></item>
<item><title>Short</title><link>javascript:alert(1)</link><description>Only this</description></item></channel></rss>`;
    const {error, feed} = await refresh({[home]: rss});
    assert.equal(error, '');
    assert.equal(feed.language, 'de-DE');
    assert.deepEqual(feed.practices, [
      {
        id: '12',
        title: 'Spielstraße & mehr',
        city: 'Köln',
        topics: ['Jugend, Sport', 'Arbeit'],
        summary: 'Erster Absatz.',
        sections: [{html: '<p>Erster Absatz.</p><p>Zweiter.</p>', base: 'https://other.example/12'}],
        url: 'https://other.example/12',
        image: 'https://other.example/i.jpg',
        updated: '2026-11-24',
      },
      {title: 'Short', summary: 'Only this'},
    ]);
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>T</title><entry><id>tag:other.example,2026:7</id><title>Un</title><link href="https://other.example/7"/><category term="t" label="Travail"/><summary>Bref</summary><content type="html">&lt;p&gt;Long&lt;/p&gt;</content><updated>2026-11-24T10:00:00Z</updated></entry></feed>`;
    const {feed: second} = await refresh({[home]: atom});
    assert.deepEqual(second.practices, [
      {
        id: '7',
        title: 'Un',
        topics: ['Travail'],
        summary: 'Bref',
        sections: [{html: '<p>Long</p>', base: 'https://other.example/7'}],
        url: 'https://other.example/7',
        updated: '2026-11-24',
      },
    ]);
  });

  describe('that fails', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>`;
    const failures = [
      ['does not answer', undefined, /^other\.example did not answer: no answer$/],
      [
        'is gone',
        {status: 404, body: '{"code":"rest_no_route","message":"No route was <b>found</b>."}'},
        /status 404\..* The site says: “No route was found\.”$/,
      ],
      ['needs a login', {status: 401}, /status 401\. .*without a login/],
      ['is a web page', '<!doctype html><html><title>Hello</title></html>', /^This is a web page, not a list/],
      ['is a picture', '\u0089PNG', /^The answer of the other site is neither JSON nor RSS/],
      ['is empty', '', /^The other site sent an empty answer/],
      ['is broken', '{"practices": [{"title": "A"}', /^The list of the other site is broken \(JSON: Syntax error\)/],
      ['is not UTF-8', Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]).toString('latin1') + '\u0001', /broken/],
      ['is something else', '{"items": []}', /^The answer of the other site is not a list of practices\.$/],
      ['is an error in JSON', '{"message": "Sorry"}', /not a list of practices\. The site says: “Sorry”$/],
      ['has no titles', '[{"name": "A"}, 7]', /^Nothing in the list of the other site has a title/],
      ['nests without end', {body: '[', times: 100_000}, /broken/],
      ['is too large', {body: '[{"title": "0123456789"}],     \n', times: 400_000}, /^The list is larger than 10 MB/],
      [
        'is broken RSS',
        '<rss version="2.0"><channel><item><title>x</item></channel>',
        /^The RSS of the other site is broken/,
      ],
      ['is RSS with entities', bomb, /has definitions that are not read/],
    ];
    it('keeps its last good copy, and says to administrators what happened', async () => {
      const good = await refresh({[home]: '[{"title": "Good copy"}]'});
      assert.ok(good.succeeded > 0);
      const etag = (await ask()).headers.get('etag');
      const results = await refreshEach(
        failures.map(([, answer]) => ({answers: answer === undefined ? {} : {[home]: answer}})),
      );
      for (const [i, [what, , reason]] of failures.entries()) {
        const {error, feed, succeeded, tried} = results[i];
        assert.match(error, reason, what);
        assert.equal(feed.practices[0].title, 'Good copy', what);
        assert.equal(succeeded, good.succeeded, what);
        assert.ok(tried >= succeeded, what);
      }
      assert.equal((await ask()).headers.get('etag'), etag);
      assert.equal((await refresh({[home]: '[{"title": "Again"}]'})).error, '');
    });

    it('says so too if PHP ended in the middle', async () => {
      await site.runPhp(`${imports} add_filter( 'pre_http_request', static function () { exit; } );
RemoteFeed::refresh( 'other', new AddressGuard( static function () { return array( '${publicIp}' ); } ) );`);
      // Until twice the time that a job may take, it may still run.
      const errorAfter = (seconds) =>
        evaluate(`
$state = get_option( RemoteFeed::OPTION . 'other' );
update_option( RemoteFeed::OPTION . 'other', array( 'tried' => time() - ${seconds} ) + $state );
return RemoteFeed::state( 'other' )['error'];`);
      assert.equal(await errorAfter(100), '');
      assert.match(await errorAfter(130), /^The last attempt did not end/);
      assert.equal((await refresh({[home]: '[{"title": "Again"}]'})).error, '');
    });

    it('keeps its last error while it is fetched again', async () => {
      const errorMeanwhile = () =>
        evaluate(`
$error = null;
add_filter( 'pre_http_request', static function () use ( &$error ) {
	$error = RemoteFeed::state( 'other' )['error'];
	return new WP_Error( 'x', 'Out of order' );
} );
RemoteFeed::refresh( 'other', new AddressGuard( static function () { return array( '${publicIp}' ); } ) );
return $error;`);
      assert.equal((await refresh({[home]: '[{"title": "Good"}]'})).error, '');
      assert.equal(await errorMeanwhile(), '', 'beside a good list, there is no error');
      assert.equal(await errorMeanwhile(), 'other.example did not answer: Out of order');
    });
  });

  /** The jobs: whether each is due, how often it runs, and for which source. */
  const jobs = `array_values( array_filter( array_map( static function ( $time, $events ) {
	return isset( $events[ RemoteFeed::EVENT ] ) ? array( $time <= time(), array_column( $events[ RemoteFeed::EVENT ], 'schedule' ), array_column( $events[ RemoteFeed::EVENT ], 'args' ) ) : null;
}, array_keys( _get_cron_array() ), _get_cron_array() ) ) )`;

  it('is fetched once when an administrator saves it or presses “Fetch now”, and an hour later by WP-Cron', async () => {
    const press = (action, fields) =>
      evaluate(`
wp_set_current_user( 1 );
$_POST    = ${toPhp({gpb_action: action, ...fields})};
$_REQUEST = array( '_wpnonce' => wp_create_nonce( SettingsPage::NONCE ) );
$attempts = 0;
$count = static function ( $new, $old ) use ( &$attempts ) {
	$attempts += isset( $old['tried'] ) && $old['tried'] === $new['tried'] ? 0 : 1;
	return $new;
};
add_filter( 'pre_update_option_' . RemoteFeed::OPTION . 'other', $count, 10, 2 );
// Otherwise, PHP would end.
add_filter( 'wp_redirect', static function ( $address ) { throw new Exception( $address ); } );
try {
	SettingsPage::handle();
} catch ( Exception $end ) {
	$address = $end->getMessage();
}
$next = wp_next_scheduled( RemoteFeed::EVENT, array( 'other' ) ) - RemoteFeed::state( 'other' )['tried'];
return array( $address, $attempts, $next >= HOUR_IN_SECONDS, ${jobs} );`);
    await define(home);
    const expected = [1, true, [[false, ['hourly'], [['other']]]]];
    const saved = await press('save', {
      id: 'other',
      kind: 'address',
      label: 'Other city',
      url: 'https://saved.example/',
    });
    assert.match(saved[0], /done=saved/);
    assert.deepEqual(saved.slice(1), expected);
    await define(home);
    const fetched = await press('fetch', {id: 'other'});
    assert.match(fetched[0], /done=fetched/);
    assert.deepEqual(fetched.slice(1), expected);
  });

  it('is fetched by WP-Cron at once and every hour, and by no visit', async () => {
    await define(home);
    await define('https://changed.example/feed');
    assert.equal((await ask()).status, 503, 'the copy is that of another address');
    const requests = () => evaluate(`return (int) get_option( 'requests' );`);
    const before = await requests();
    for (const path of ['', '?url=https://127.0.0.1/', '?refresh=1']) {
      const response = await fetch(`${site.origin}/wp-json/good-practice-browser/v1/feeds/other${path}`, {
        headers: {'Cache-Control': 'no-cache'},
      });
      assert.match((await response.json()).message, /has not been fetched yet/);
    }
    assert.equal(await requests(), before);
    assert.deepEqual(await evaluate(`return ${jobs};`), [[true, ['hourly'], [['other']]]]);
    // wp-cron.php of WordPress itself. The name does not exist, so nothing is asked, but the attempt is noted.
    assert.equal((await fetch(`${site.origin}/wp-cron.php?doing_wp_cron`)).status, 200);
    assert.match(
      await evaluate(`return RemoteFeed::state( 'other' )['error'];`),
      /^There is no server with the name changed\.example/,
    );
    assert.equal(await requests(), before);
    assert.deepEqual(await evaluate(`return ${jobs};`), [[false, ['hourly'], [['other']]]]);
    const later = await evaluate(`
wp_unschedule_hook( RemoteFeed::EVENT );
RemoteFeed::schedule_all();
$lost = count( ${jobs} );
Sources::delete( 'other' );
return array( $lost, ${jobs}, get_option( 'good_practice_browser_feed_other' ), get_option( 'good_practice_browser_fetch_other' ) );`);
    assert.deepEqual(later, [1, [], false, false]);
  });

  it('writes no PHP notice', async () => {
    const ours = (await site.debugLog()).split('\n').filter((line) => line.includes('plugins/good-practice-browser'));
    assert.deepEqual(ours, []);
  });
});
