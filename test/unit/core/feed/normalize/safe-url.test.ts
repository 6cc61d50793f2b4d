import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import {webUrl} from '../../../../../src/core/feed/normalize/safe-url.js';

const BASE = 'https://city.example/data/feed.json';

// Requirement: S-07
describe('webUrl', () => {
  const allowed: [text: string, href: string][] = [
    ['https://a.example/x?y=1#z', 'https://a.example/x?y=1#z'],
    ['http://a.example', 'http://a.example/'],
    ['HTTPS://A.Example/X', 'https://a.example/X'],
    ['  https://a.example/  ', 'https://a.example/'],
    ['https://a.exam\nple/\tx', 'https://a.example/x'],
    ['https://a.example/a b', 'https://a.example/a%20b'],
    ['https://a.example/?a=1&amp;b=2', 'https://a.example/?a=1&b=2'],
    ['https://a.example/?a=1&copy=2', 'https://a.example/?a=1&copy=2'],
    ['https://münchen.example/straße', 'https://xn--mnchen-3ya.example/stra%C3%9Fe'],
    ['https://[::1]:8080/', 'https://[::1]:8080/'],
    ['https://user@a.example/', 'https://a.example/'],
    ['https://user:pass@a.example/', 'https://a.example/'],
    ['//a.example/x', 'https://a.example/x'],
    ['\\\\a.example\\x', 'https://a.example/x'],
    ['/x', 'https://city.example/x'],
    ['x.html', 'https://city.example/data/x.html'],
    ['../x', 'https://city.example/x'],
    ['?page=2', 'https://city.example/data/feed.json?page=2'],
    ['x.html#top', 'https://city.example/data/x.html#top'],
    ['www.a.example/x', 'https://www.a.example/x'],
    ['mailto:a@b.example?subject=Hi', 'mailto:a@b.example?subject=Hi'],
    ['tel:+44 113 222', 'tel:+44113222'],
    ['mailto:a@b.example?subject=Hi you', 'mailto:a@b.example?subject=Hi%20you'],
    ['https:a.example/x', 'https://city.example/data/a.example/x'],
    ['https:/a.example', 'https://city.example/a.example'],
    ['http:\\\\a.example\\x', 'http://a.example/x'],
    ['/\\a.example', 'https://a.example/'],
    ['\t//a.example', 'https://a.example/'],
    ['https://a.example:443/', 'https://a.example/'],
    ['https://a.example:8443/', 'https://a.example:8443/'],
    ['https://0x7f.1/', 'https://127.0.0.1/'],
    ['https://2130706433/', 'https://127.0.0.1/'],
    ['https://ａ.example/', 'https://a.example/'],
    ['https://аpple.example/', 'https://xn--pple-43d.example/'],
    ['https://city.example@evil.example/', 'https://evil.example/'],
    ['https://a.example/%6a%61', 'https://a.example/%6a%61'],
    ['https://a.example/"><script>', 'https://a.example/%22%3E%3Cscript%3E'],
    ["https://a.example/'x", "https://a.example/'x"],
    ['https://a.example/#javascript:alert(1)', 'https://a.example/#javascript:alert(1)'],
    ['https://a.example/?u=javascript:alert(1)', 'https://a.example/?u=javascript:alert(1)'],
    ['..\\..\\x', 'https://city.example/x'],
    ['./', 'https://city.example/data/'],
    ['.', 'https://city.example/data/'],
    ['%2e%2e/x', 'https://city.example/x'],
    ['MAILTO:a@b.example', 'mailto:a@b.example'],
    ['tel:112', 'tel:112'],
    ['javascript%3Aalert(1)', 'https://city.example/data/javascript%3Aalert(1)'],
    ['/javascript:alert(1)', 'https://city.example/javascript:alert(1)'],
    ['?javascript:alert(1)', 'https://city.example/data/feed.json?javascript:alert(1)'],
    ['javascript\u200B:alert(1)', 'https://city.example/data/javascript%E2%80%8B:alert(1)'],
    ['javascript&colon;alert(1)', 'https://city.example/data/javascript&colon;alert(1)'],
    ['javascript&#0000058;alert(1)', 'https://city.example/data/javascript&#0000058;alert(1)'],
    ['javascript', 'https://city.example/data/javascript'],
    ['./javascript:alert(1)', 'https://city.example/data/javascript:alert(1)'],
  ];
  for (const [text, href] of allowed) {
    it(`allows ${JSON.stringify(text)}`, () => expect(webUrl(text, BASE)).to.equal(href));
  }

  const refused = [
    '',
    ' ',
    '#',
    '#top',
    'mailto:',
    'tel:',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    '\u00A0javascript:alert(1)',
    '\uFEFFjavascript:alert(1)',
    'java\tscript:alert(1)',
    'java\r\nscript:alert(1)',
    'java\0script:alert(1)',
    'java\u202Escript:alert(1)',
    'javascript\n:alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6A;avascript&#58;alert(1)',
    'java&#9;script:alert(1)',
    'javascript://a.example/%0Aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:image/png;base64,AAAA',
    'data:,x',
    'DATA:text/html,x',
    'mhtml:https://a.example/',
    'jar:https://a.example!/x',
    'filesystem:https://a.example/x',
    'livescript:x',
    'mocha:x',
    'chrome://settings',
    '\u2028javascript:alert(1)',
    '\u3000javascript:alert(1)',
    '\u202Ejavascript:alert(1)',
    'blob:https://city.example/1',
    'vbscript:msgbox(1)',
    'view-source:https://a.example',
    'file:///etc/passwd',
    'ftp://a.example/',
    'about:blank',
    'ws://a.example',
    'intent:#Intent;end',
    'https://',
    'https://a.example:99999/',
    'http://[::1',
  ];
  for (const text of refused) {
    it(`refuses ${JSON.stringify(text)}`, () => expect(webUrl(text, BASE)).to.equal(''));
  }

  it('refuses relative addresses without a base', () => {
    expect(webUrl('x', 'data:application/json,[]')).to.equal('');
  });

  it('gives exactly the address that the browser opens', () => {
    const disguise = fc.constantFrom(
      '',
      ' ',
      '\t',
      '\n',
      '\0',
      '\x01',
      '\u200B',
      '\u202E',
      '&Tab;',
      '&#10;',
      '/',
      '\\',
      ':',
    );
    const text = fc.array(
      fc.oneof(disguise, fc.constantFrom('javascript:', 'java', 'script', 'data:', 'http:', 'a', '&#x6a;', '&colon;')),
    );
    fc.assert(
      fc.property(text, (pieces) => {
        const href = webUrl(pieces.join(''), BASE);
        const link = Object.assign(document.createElement('a'), {href});
        if (href) expect(link.protocol).to.be.oneOf(['http:', 'https:', 'mailto:', 'tel:']);
      }),
      {numRuns: 3000},
    );
  });
});
