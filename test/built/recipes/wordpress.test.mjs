import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {launch} from '../../support/page-harness.mjs';
import {reasonToSkip, startWordPress} from '../../support/wordpress.mjs';
import {codeOf, readRecipe} from './recipe.mjs';
import {addFiles, visitList} from './site.mjs';

const [lines, script, division] = readRecipe('WordPress').map(({code}) => code);
const table = codeOf(readRecipe('Excel'), 'csv');

/** What the block editor saves for a block “Custom HTML”. */
const block = (html) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;

// Requirement: E-03
describe('the recipe for WordPress without a plugin', {skip: reasonToSkip()}, () => {
  let browser;
  let wordpress;
  before(async () => {
    [browser, wordpress] = await Promise.all([launch(), startWordPress()]);
    addFiles(wordpress.folder);
  });
  after(async () => {
    await browser.close();
    await wordpress.stop();
  });

  /** Saves by the REST API, as the editors do, with the rights of the user. @returns what WordPress answers */
  async function save(user, path, values) {
    const json = JSON.stringify(values).replaceAll("'", '\\u0027').replaceAll('\\', '\\\\');
    const answer = await wordpress.runPhp(`
      wp_set_current_user( get_user_by( 'login', '${wordpress.users[user].name}' )->ID );
      $request = new WP_REST_Request( 'POST', '${path}' );
      $request->set_body_params( json_decode( '${json}', true ) );
      $response = rest_do_request( $request );
      echo json_encode( array( $response->get_status(), $response->get_data() ) );`);
    const [status, data] = JSON.parse(answer);
    assert.ok(status < 300, answer);
    return data;
  }
  const publish = async (user, content) =>
    (await save(user, '/wp/v2/posts', {title: 'Good practices', status: 'publish', content})).link;

  it('works in a block “Custom HTML” of an administrator', async () => {
    assert.deepEqual(await visitList(browser, await publish('administrator', block(lines))), []);
  });

  it('says rightly that authors and the classic editor lose the lines', async () => {
    const byAuthor = await (await fetch(await publish('author', block(lines)))).text();
    assert.ok(!byAuthor.includes('<good-practice-browser'));
    const classic = await (await fetch(await publish('administrator', lines))).text();
    assert.match(classic, /<p><good-practice-browser|<p><script|<good-practice-browser[^>]*><br/);
  });

  it('works for authors and in the classic editor, with the script in the footer', async () => {
    const theme = await wordpress.runPhp('echo get_stylesheet();');
    const parts = `/wp/v2/template-parts/${theme}//footer`;
    const footer = await wordpress.runPhp(
      `echo get_block_template( '${theme}//footer', 'wp_template_part' )->content;`,
    );
    await save('administrator', parts, {content: `${footer}\n${block(script)}`});
    for (const [user, content] of [
      ['author', block(division)],
      ['author', division],
      ['administrator', division],
    ])
      assert.deepEqual(await visitList(browser, await publish(user, content)), [], `${user}: ${content}`);
  });

  it('shows a table of the media library', async () => {
    const file = join(wordpress.folder, 'upload', 'practices.csv');
    mkdirSync(join(wordpress.folder, 'upload'));
    writeFileSync(file, table);
    // as the page “Add New” of the media library does
    const address = await wordpress.runPhp(`
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      wp_set_current_user( 1 );
      $id = media_handle_sideload( array( 'name' => 'practices.csv', 'tmp_name' => '${file}' ) );
      echo is_wp_error( $id ) ? $id->get_error_message() : wp_get_attachment_url( $id );`);
    assert.match(address, /\/wp-content\/uploads\/\d{4}\/\d{2}\/practices\.csv$/);
    const {pathname} = new URL(address);
    // The footer has the script.
    const content = block(division.replace('/practices.json', pathname));
    const expected = {
      titles: ['Neighbourhood walks', 'The Big Lunch'],
      found: 'Neighbourhood walks',
      text: 'with tea.',
    };
    assert.deepEqual(await visitList(browser, await publish('administrator', content), expected), []);
  });
});
