// What a site of a city has: posts, among them some that visitors must not see, and some of people with bad intentions.
import {readFileSync} from 'node:fs';

/** A value in PHP code, without a thought about quotation marks. */
export const toPhp = (value) =>
  `json_decode( base64_decode( '${Buffer.from(JSON.stringify(value)).toString('base64')}' ), true )`;

const demo = JSON.parse(readFileSync('demo/practices.json', 'utf8'));

const labels = Object.fromEntries(demo.topics.map(({id, label}) => [id, label.en]));

/** Posts as an editor writes them: paragraphs and headings as blocks, an own excerpt in every second one. */
const toPost = ({title, summary, sections = [], topics = [], city, country, period}, i) => {
  const blocks = sections
    .filter(({text}) => text)
    .map(
      ({heading, text}) =>
        `<!-- wp:heading --><h2>${heading}</h2><!-- /wp:heading -->\n<!-- wp:paragraph --><p>${text}</p><!-- /wp:paragraph -->`,
    );
  const lead = `<!-- wp:paragraph --><p>${summary}</p><!-- /wp:paragraph -->`;
  return {
    title,
    content: [lead, ...blocks].join('\n'),
    excerpt: i % 2 ? '' : summary,
    tags: topics.map((topic) => labels[topic] ?? topic),
    fields: {gpb_city: city, gpb_country: country, gpb_period: period},
  };
};

/** So many practices are in the category “Good practices”. */
export const shownPosts = demo.practices.filter((_, i) => i % 7 === 0).map(toPost);
// An editor forgot it.
delete shownPosts[5].fields.gpb_city;

/** Nobody may find these words in a feed. */
export const secret = 'confidential';

const attack = (n) => `<img src=x onerror="window.attacked = ${n}"><script>window.attacked = ${n}</script>`;
/** Written by somebody who may write any HTML. */
const hostilePosts = [
  {
    title: `Title ${attack(1)}`,
    content: `<p onclick="window.attacked = 2">Text</p>${attack(2)}<a href="javascript:window.attacked=2">link</a>
<iframe src="javascript:parent.attacked=2"></iframe><svg onload="window.attacked = 2"></svg>`,
    excerpt: `Excerpt ${attack(3)}</good-practice-browser><script>window.attacked = 3</script>`,
    tags: [`Tag ${attack(4)}`, '__proto__', '</script><script>window.attacked = 4</script>'],
    fields: {
      gpb_city: `City ${attack(5)}`,
      gpb_country: `"><script>window.attacked = 5</script>`,
      gpb_period: attack(5),
    },
  },
  {
    title: 'A & B <3 "C" &lt;b&gt;',
    content:
      '<!-- wp:shortcode -->[good_practices source="hostile"]<!-- /wp:shortcode --> ]]> &lt;script&gt;window.attacked = 6&lt;/script&gt;',
    excerpt: '',
    tags: [],
    fields: {},
  },
];

const addPosts = (category, posts, more = '') => `
$category = wp_insert_term( ${toPhp(category)}, 'category' )['term_id'];
foreach ( ${toPhp(posts)} as $i => $post ) {
	$id = wp_insert_post( wp_slash( array( 'post_title' => $post['title'], 'post_content' => $post['content'], 'post_excerpt' => $post['excerpt'], 'post_status' => 'publish', 'post_category' => array( $category ), 'tags_input' => $post['tags'], 'meta_input' => $post['fields'] ) ), true );
	if ( is_wp_error( $id ) ) { throw new Exception( $id->get_error_message() ); }
	${more}
}
`;

/** One picture of one colour, as the featured image of the first post. */
const addImage = `
if ( 0 === $i ) {
	$picture = imagecreatetruecolor( 1200, 800 );
	imagefill( $picture, 0, 0, imagecolorallocate( $picture, 40, 90, 120 ) );
	ob_start();
	imagepng( $picture );
	$upload = wp_upload_bits( 'academy.png', null, ob_get_clean() );
	require_once ABSPATH . 'wp-admin/includes/image.php';
	$image = wp_insert_attachment( array( 'post_title' => 'Academy', 'post_mime_type' => 'image/png', 'post_status' => 'inherit' ), $upload['file'], $id );
	wp_update_attachment_metadata( $image, wp_generate_attachment_metadata( $image, $upload['file'] ) );
	update_post_meta( $image, '_wp_attachment_image_alt', 'People at work' );
	set_post_thumbnail( $id, $image );
}`;

/** Posts in the category “Good practices” that are not for everybody. */
const addHidden = `
foreach ( array(
	array( 'post_status' => 'draft' ),
	array( 'post_status' => 'pending' ),
	array( 'post_status' => 'private' ),
	array( 'post_status' => 'trash' ),
	array( 'post_status' => 'future', 'post_date' => gmdate( 'Y-m-d H:i:s', time() + YEAR_IN_SECONDS ) ),
	array( 'post_status' => 'publish', 'post_password' => 'pass' ),
) as $status ) {
	wp_insert_post( $status + array( 'post_title' => '${secret}', 'post_content' => '${secret}', 'post_excerpt' => '${secret}', 'post_category' => array( $category ), 'meta_input' => array( 'gpb_city' => '${secret}' ) ) );
}`;

/** An import gives all posts one date. */
const addMany = `
$category = wp_insert_term( 'Imported', 'category' )['term_id'];
for ( $i = 1; $i <= 230; $i++ ) {
	wp_insert_post( array( 'post_title' => "Practice $i", 'post_content' => "Text $i", 'post_status' => 'publish', 'post_date' => '2024-05-01 12:00:00', 'post_category' => array( $category ) ) );
}`;

// Administrators of a single site may write any HTML.
const asAdministrator = `wp_set_current_user( 1 );\nkses_remove_filters();`;

/** PHP that adds good practices to a fresh site. */
export const addPractices = [asAdministrator, addPosts('Good practices', shownPosts, addImage)].join('\n');

/** PHP that fills a fresh site with everything. */
export const fillSite = [addPractices, addHidden, addPosts('Hostile', hostilePosts), addMany].join('\n');
