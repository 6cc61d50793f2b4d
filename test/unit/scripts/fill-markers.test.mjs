import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fillMarkers} from '../../../scripts/docs/fill-markers.mjs';

const fill = (text, parts) => fillMarkers('docs/page.md', text, parts);

describe('The generated parts of a page', () => {
  it('are written between their marks, and the rest of the page stays', () => {
    const page = 'Before\n<!-- docs:sizes -->\nold\n<!-- /docs -->\nAfter';
    assert.equal(
      fill(page, {sizes: (file) => `80 kB, for ${file}`}),
      'Before\n<!-- docs:sizes -->\n80 kB, for docs/page.md\n<!-- /docs -->\nAfter',
    );
  });

  it('fail with the known names, if the page has another name', () => {
    assert.throws(() => fill('<!-- docs:size -->\n<!-- /docs -->', {sizes: () => '', events: () => ''}), {
      message: 'docs/page.md: no generated part has the name “size”. The names for this page are: sizes, events.',
    });
    assert.throws(() => fill('<!-- docs:toString -->\n<!-- /docs -->', {}), /“toString”.*: none\.$/);
  });

  it('fail with the missing marks, if the page has no place for a part', () => {
    assert.throws(() => fill('Text', {sizes: () => ''}), {
      message: 'docs/page.md: add <!-- docs:sizes --> and <!-- /docs --> where this part belongs.',
    });
  });

  it('fail if a part has no end', () => {
    const page = '<!-- docs:sizes -->\n<!-- docs:events -->\n<!-- /docs -->';
    assert.throws(() => fill(page, {sizes: () => '', events: () => ''}), /needs a <!-- \/docs -->/);
  });
});
