import {expect} from '@open-wc/testing';
import {arriveAsVisitor, html, text, visit, waitUntil} from '../support/component-harness.js';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const here = `/__fault/echo?type=image/png&body=${encodeURIComponent(PIXEL)}`;

describe('<good-practice-browser> with images', () => {
  arriveAsVisitor();

  const shown = async (image: unknown, hosts = '') => {
    const visitor = await visit(
      html`<good-practice-browser
        image-hosts=${hosts}
        .practices=${[{title: 'One', summary: 'Long ago.', image}]}
      ></good-practice-browser>`,
    );
    return {visitor, image: visitor.all<HTMLImageElement>('img')[0]};
  };

  // Requirement: S-13, A-30
  it('loads an image lazily, has its alternative text, and reserves its space', async () => {
    const {image, visitor} = await shown({src: here, alt: 'A square'});
    expect(image!.loading).to.equal('lazy');
    expect(image!.referrerPolicy).to.equal('no-referrer');
    expect(image!.alt).to.equal('A square');
    const top = () => visitor.one('.summary').getBoundingClientRect().top;
    const before = top();
    expect(image!.clientHeight).to.be.above(100);
    await waitUntil(() => image!.naturalWidth === 1, 'the image is here');
    expect(top()).to.equal(before);
  });

  // Requirement: A-30
  it('takes one without a text for an ornament', async () => {
    const {image} = await shown(here);
    expect(image!.getAttribute('alt')).to.equal('');
  });

  it('leaves no hole where an image does not come', async () => {
    const {visitor} = await shown('/__fault/echo?status=404');
    await waitUntil(() => visitor.all('img').length === 0, 'the image is gone');
    expect(text(visitor.one('article'))).to.equal('One Long ago.');
  });

  // Requirement: S-14
  it('shows none of other hosts, unless the page names them, and never one that is in the feed itself', async () => {
    const origin = await (await fetch('/__fault/other-origin')).text();
    const {host, hostname} = new URL(origin);
    expect((await shown(origin + here)).image).to.equal(undefined);
    expect((await shown(origin + here, `a.example ${hostname}`)).image).to.equal(undefined);
    expect((await shown(origin + here, `a.example, ${host.toUpperCase()}`)).image!.src).to.equal(origin + here);
    expect((await shown('data:image/svg+xml,<svg/>', 'a.example')).image).to.equal(undefined);
  });

  it('shows those that lie with the feed', async () => {
    const feed = {version: '1', practices: [{title: 'One', image: here}]};
    const origin = await (await fetch('/__fault/other-origin')).text();
    const src = `${origin}/__fault/echo?type=application/json&cors=*&body=${encodeURIComponent(btoa(JSON.stringify(feed)))}`;
    const visitor = await visit(html`<good-practice-browser src=${src}></good-practice-browser>`);
    expect(visitor.one<HTMLImageElement>('img').src).to.equal(origin + here);
  });
});
