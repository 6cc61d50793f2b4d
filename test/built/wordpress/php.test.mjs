// The PHP of the plugin, without WordPress: whether PHP can read it, and whether the oldest PHP that we support can.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {promisify} from 'node:util';

const run = promisify(execFile);
const hasPhp = await run('php', ['--version']).then(
  () => true,
  () => false,
);
const skip =
  !hasPhp && 'PHP is not installed. As root on Debian, `CI=true node scripts/install.mjs --browsers` installs it';

const folder = 'integrations/wordpress';
const files = readdirSync(folder, {recursive: true})
  .filter((name) => name.endsWith('.php'))
  .map((name) => `${folder}/${name}`);

/** Writes what each file has that PHP 7.4 does not know, by the tokens of a newer PHP. */
const findNewSyntax = String.raw`
$new = array( 'T_ATTRIBUTE', 'T_ENUM', 'T_MATCH', 'T_NULLSAFE_OBJECT_OPERATOR', 'T_READONLY' );
$written = array(
	'catch without a variable' => '/\bcatch \( ?[\w\\\\|]+ ?\)/',
	'a type of several' => '/(?:[(,] ?|\): ?)[\w\\\\]+ ?\| ?[\w\\\\]+(?: (?:&|\.\.\.)?\$| ?[{;])/',
	'a comma after the last parameter' => '/\bf(?:unctio)?n\b[^({;]*\([^()]*, ?\)/',
	'a promoted property' => '/__construct ?\([^)]*\b(?:public|private|protected)\b/',
	'a named argument' => '/[(,] ?\w+: (?!:)/',
	'throw in an expression' => '/(?:\?\?|\?|:|=>|&&|\|\|) ?throw\b/',
	'a type that is new' => '/(?:[(,:] ?\??)(?:mixed|static|never)\b(?: \$| ?[{;])/',
);
foreach ( array_slice( $argv, 1 ) as $file ) {
	$code = '';
	foreach ( token_get_all( file_get_contents( $file ) ) as $token ) {
		list( $type, $text ) = is_array( $token ) ? array( token_name( $token[0] ), $token[1] ) : array( '', $token );
		if ( in_array( $type, $new, true ) ) {
			echo "$file: $type\n";
		}
		if ( in_array( $type, array( 'T_WHITESPACE', 'T_COMMENT', 'T_DOC_COMMENT' ), true ) ) {
			$code = rtrim( $code ) . ' ';
		} else {
			$code .= 'T_CONSTANT_ENCAPSED_STRING' === $type ? "''" : $text;
		}
	}
	foreach ( $written as $what => $pattern ) {
		if ( preg_match( $pattern, $code, $found ) ) {
			echo "$file: $what: $found[0]\n";
		}
	}
}`;

/** Makes texts of long HTML, with the few functions of WordPress that this needs. */
const readLongTexts = String.raw`
define( 'ABSPATH', '/' );
function wp_check_invalid_utf8( $html ) { return $html; }
function wp_strip_all_tags( $html ) { return trim( strip_tags( $html ) ); }
function wp_kses_post( $html ) { return $html; }
function make_clickable( $html ) { return $html; }
function esc_html( $text ) { return htmlspecialchars( $text ); }
function wp_trim_words( $text, $count, $more ) { return implode( ' ', array_slice( explode( ' ', $text ), 0, $count ) ) . $more; }
require $argv[1] . '/includes/class-texts.php';
use GoodPracticeBrowser\Texts;
$hide = static function ( $name, $content ) {
	return Texts::body( "<p>One</p><$name a='b'>$content</$name ><p>two</p>" );
};
echo json_encode(
	array(
		'spaces' => Texts::plain( 'A' . str_repeat( " \n\t\u{3000}", 1000000 ) . 'B' ),
		'spaces that do not break' => Texts::plain( "A\u{A0}\u{202F}:" ),
		'a drawing' => $hide( 'svg', str_repeat( 'x', 3000000 ) ),
		'elements in a drawing' => $hide( 'svg', str_repeat( '<a/>', 700000 ) ),
		'brackets in a script' => $hide( 'script', str_repeat( '<', 3000000 ) ),
		'ends of other elements' => $hide( 'math', str_repeat( '</svg>', 500000 ) ),
		'a drawing that is not closed' => Texts::body( '<p>One</p><svg>' . str_repeat( '</svg ', 300000 ) ),
		'many of them' => Texts::body( '<p>One</p>' . str_repeat( '<svg>', 400000 ) ),
		'small ones' => Texts::body( 'a<style>b</style>b<p>One</p><SCRIPT>x</script><script></script>c' ),
		'a long paragraph' => Texts::summary( '', '<p>One</p><p>' . str_repeat( 'x', 1100000 ) ),
		'what an expression gives up' => substr( Texts::replace( '/(?:.|\n)*[.]/', '', str_repeat( "One\n", 1000000 ) ), 0, 12 ),
		'a broken letter' => Texts::replace( '/o/u', '', "One \xFF" ),
	),
	JSON_THROW_ON_ERROR
);`;

describe('the PHP of the WordPress plugin', {skip}, () => {
  for (const file of files)
    it(`${file} has no mistake in its syntax`, async () => {
      const {stdout} = await run('php', [
        '--syntax-check',
        '--define',
        'error_reporting=-1',
        '--define',
        'display_errors=1',
        file,
      ]);
      assert.equal(stdout.trim(), `No syntax errors detected in ${file}`);
    });

  it('runs with PHP 7.4 too', async () => {
    const {stdout} = await run('php', ['--run', findNewSyntax, '--', ...files]);
    assert.equal(stdout, '');
  });

  for (const jit of [0, 1])
    it(`makes no long text empty, ${jit ? 'with' : 'without'} a compiler of expressions`, async () => {
      const {stdout} = await run('php', ['--define', `pcre.jit=${jit}`, '--run', readLongTexts, '--', folder]);
      const text = '<p>One</p><p>two</p>';
      assert.deepEqual(JSON.parse(stdout), {
        spaces: 'A B',
        'spaces that do not break': 'A\u00A0\u202F:',
        'a drawing': text,
        'elements in a drawing': text,
        'brackets in a script': text,
        'ends of other elements': text,
        'a drawing that is not closed': '<p>One</p>',
        'many of them': '<p>One</p>',
        'small ones': 'ab<p>One</p>c',
        'a long paragraph': 'One',
        'what an expression gives up': 'One\n'.repeat(3),
        'a broken letter': '',
      });
    });

  it('cannot be called from outside', async () => {
    for (const file of files) {
      const {stdout, stderr} = await run('php', ['--define', 'display_errors=stderr', file]);
      assert.equal(stdout + stderr, '', file);
    }
  });
});
