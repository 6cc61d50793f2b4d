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

  it('cannot be called from outside', async () => {
    for (const file of files) {
      const {stdout, stderr} = await run('php', ['--define', 'display_errors=stderr', file]);
      assert.equal(stdout + stderr, '', file);
    }
  });
});
