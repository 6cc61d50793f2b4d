import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {
  compileMo,
  createTemplate,
  findTexts,
  findUntranslated,
  moFile,
  poFile,
  potFile,
  readPo,
  tags,
  textsOfPhp,
} from '../../../scripts/wordpress/texts.mjs';

const texts = findTexts();
const placeholders = (text) => (text.match(/%(?:\d\$)?[ds]/g) ?? []).sort();

describe('the texts of the WordPress plugin', () => {
  it('are all in the template for translators', () => {
    assert.ok(texts.length > 50);
    assert.equal(
      readFileSync(potFile, 'utf8'),
      createTemplate(texts).toString(),
      'run “node scripts/wordpress/texts.mjs”',
    );
  });

  for (const tag of tags)
    describe(`in ${tag}`, () => {
      const catalog = readPo(tag);

      it('are all translated', () => assert.deepEqual(findUntranslated(texts, catalog), []));

      it('have the same placeholders as in English', () => {
        for (const {text, context = ''} of texts)
          for (const translation of catalog.translations[context]?.[text]?.msgstr ?? [])
            assert.deepEqual(placeholders(translation), placeholders(text), translation);
      });

      it('are those that WordPress reads', () => {
        assert.ok(
          readFileSync(moFile(tag)).equals(compileMo(catalog)),
          `${moFile(tag)} is not made from ${poFile(tag)}: run “node scripts/wordpress/texts.mjs”`,
        );
      });
    });
});

describe('a translator of the WordPress plugin', () => {
  const find = (code) => textsOfPhp('a.php', code);

  it('gets each text, also with quotes, plurals and a context', () => {
    assert.deepEqual(
      find(String.raw`
        esc_html__( 'It\'s a list', 'good-practice-browser' );
        _n( '%s post', '%s posts', count( $posts ), 'good-practice-browser' );
        _x( 'Order', 'of a list', 'good-practice-browser' );
        $this->__( 'not ours' );`),
      [
        {file: 'a.php', text: "It's a list"},
        {file: 'a.php', text: '%s post', plural: '%s posts', comment: undefined},
        {file: 'a.php', text: 'Order', context: 'of a list'},
      ],
    );
  });

  it('gets what a placeholder is for', () => {
    const code = `/* translators: %s: a city */ sprintf( __( 'In %s', 'good-practice-browser' ), $city );`;
    assert.equal(find(code)[0].comment, '%s: a city');
  });

  it('misses no text: one that is not written out is refused, with its line', () => {
    for (const wrong of [`__( $text, 'good-practice-browser' )`, `__( 'A list' )`, `__( 'A list', 'other' )`])
      assert.throws(() => find(`<?php\n${wrong};`), /^Error: a\.php:2: write the text and the domain/);
  });
});
