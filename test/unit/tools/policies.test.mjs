import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {policiesFor} from '../../../demo/tools/configure/policies.js';

const needed = ({
  src = '/practices.json',
  page = 'https://www.city.example/list',
  script = '/p/good-practice-browser.js',
  hosts = '',
}) => policiesFor({attributes: {src, 'image-hosts': hosts}, page, script});

describe('what servers must allow', () => {
  it('is nothing but the page’s own server if all is there', () => {
    const own = ["script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self'"];
    assert.deepEqual(needed({}), {policy: own, headers: []});
    assert.deepEqual(needed({page: ''}), {policy: own, headers: []});
    assert.deepEqual(needed({src: 'https://www.city.example/feed.json', script: 'https://www.city.example/x.js'}), {
      policy: own,
      headers: [],
    });
  });

  it('includes a feed on another server, and the lines for that server', () => {
    assert.deepEqual(needed({src: 'https://network.example/data/practices.csv'}), {
      policy: [
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self' https://network.example",
        "img-src 'self' https://network.example",
      ],
      headers: [
        {
          reason: 'feed',
          origin: 'https://network.example',
          lines: {
            nginx: 'location = /data/practices.csv { add_header Access-Control-Allow-Origin "*"; }',
            apache: '<Files "practices.csv">\n  Header set Access-Control-Allow-Origin "*"\n</Files>',
          },
        },
      ],
    });
  });

  it('includes several feeds, further hosts of images, and a script on another server', () => {
    const {headers, policy} = needed({
      src: '/own.json https://a.example/feed https://b.example:8443/x.json',
      hosts: 'images.city.example, cdn.example:8080 not/a/host?',
      script: 'https://files.example/gpb/good-practice-browser.js',
    });
    assert.deepEqual(policy, [
      'script-src https://files.example',
      "style-src 'self'",
      "connect-src 'self' https://a.example https://b.example:8443 https://files.example",
      "img-src 'self' https://a.example https://b.example:8443 https://images.city.example https://cdn.example:8080 https://not",
    ]);
    assert.deepEqual(
      headers.map(({origin, reason}) => [reason, origin]),
      [
        ['feed', 'https://a.example'],
        ['feed', 'https://b.example:8443'],
        ['script', 'https://files.example'],
      ],
    );
    assert.equal(headers[2].lines.nginx, 'location /gpb/ { add_header Access-Control-Allow-Origin "*"; }');
  });

  it('knows that WordPress allows its REST API to all', () => {
    for (const src of ['https://blog.example/wp-json/wp/v2/posts', 'https://blog.example/?rest_route=/wp/v2/posts'])
      assert.deepEqual(needed({src}).headers, [{reason: 'wordpress', origin: 'https://blog.example', lines: null}]);
  });

  it('has no line of a server with a path that it would read in another way', () => {
    for (const path of ['a b.json', 'a"b', "a'; deny all; '", 'a{b}', '$uri', 'folder/'])
      assert.equal(needed({src: `https://network.example/${encodeURI(path)}`}).headers[0].lines, null, path);
  });

  it('leaves out addresses that are none', () => {
    const {headers, policy} = needed({
      src: 'javascript:alert(1) https://',
      page: 'nonsense',
      script: 'data:text/javascript,1',
    });
    assert.deepEqual(headers, []);
    assert.deepEqual(policy, ["script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self'"]);
  });
});
