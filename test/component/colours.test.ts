import {expect, nextFrame} from '@open-wc/testing';
import {contrast} from '../../demo/tools/configure/contrast.js';
import {arriveAsVisitor, html, visit, waitUntil, type Visitor} from '../support/component-harness.js';

const records = [
  {id: 'a', title: 'Music school', city: 'Leeds', country: 'GB', summary: 'Free lessons.', period: '2015'},
  {id: 'b', title: 'Street theatre', city: 'Oslo', country: 'NO', summary: 'Plays.', period: '2016'},
];
const NAVY = '#10243e';

/** A colour as the browser paints it on a ground, such as `#1a2130`. */
function paint(color: string, ground: string): string {
  const context = document.createElement('canvas').getContext('2d')!;
  for (const each of [ground, color]) {
    context.fillStyle = each;
    context.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red!, green!, blue!].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

describe('colours', () => {
  arriveAsVisitor();

  const arrive = (style: string, theme = 'auto') =>
    visit(
      html`<div style=${style}>
        <good-practice-browser theme=${theme} url="off" .practices=${records}></good-practice-browser>
      </div>`,
    );
  const styleOf = (visitor: Visitor, selector: string) => getComputedStyle(visitor.one(selector));
  const ratio = (visitor: Visitor, selector: string, ground: string, property = 'color') =>
    contrast(paint(styleOf(visitor, selector).getPropertyValue(property), ground), ground);

  it('are those for dark backgrounds in a dark box of its own', async () => {
    const visitor = await arrive(`--gpb-background: ${NAVY}; --gpb-color: #fff`);
    await waitUntil(() => ratio(visitor, 'select', NAVY) >= 4.5, 'links are readable');
    for (const selector of ['.skip', '.list-toggle', '.total span'])
      expect(ratio(visitor, selector, NAVY), selector).to.be.at.least(4.5);
    const {backgroundColor} = styleOf(visitor, '.root');
    expect(paint(backgroundColor, '#fff')).to.equal(NAVY);
    expect(styleOf(visitor, '.skip').backgroundImage).to.include(backgroundColor);
  });

  it('are those for light backgrounds again when the box becomes light', async () => {
    const visitor = await arrive(
      `color-scheme: dark; --gpb-background: light-dark(#fff, ${NAVY}); --gpb-color: light-dark(#000, #fff)`,
    );
    const {element} = visitor;
    expect(ratio(visitor, 'select', NAVY)).to.be.at.least(4.5);
    element.parentElement!.style.colorScheme = 'light';
    element.requestUpdate();
    await waitUntil(() => ratio(visitor, 'select', '#ffffff') >= 4.5, 'links are readable');
  });

  it('are those for light backgrounds in a light box with its theme on a dark page', async () => {
    const visitor = await arrive(`--gpb-background: #fff; --gpb-color: #000; color-scheme: dark`, 'light');
    await nextFrame();
    await nextFrame();
    expect(ratio(visitor, 'select', '#ffffff')).to.be.at.least(4.5);
  });

  for (const grey of ['#333333', '#444444', '#555555', '#666666'])
    it(`are readable on a white page with text in ${grey}`, async () => {
      const visitor = await arrive(`background: #fff; color: ${grey}`);
      for (const selector of ['.total span', '.list-toggle', '.meta'])
        expect(ratio(visitor, selector, '#ffffff'), selector).to.be.at.least(4.5);
      expect(ratio(visitor, '.field', '#ffffff', 'border-top-color')).to.be.at.least(3);
      const bar = paint(styleOf(visitor, '.bar').fill, '#ffffff');
      expect(ratio(visitor, '.figure', bar), 'counts').to.be.at.least(4.5);
    });
});
