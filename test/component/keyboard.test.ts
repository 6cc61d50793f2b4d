import {expect, fixture} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import type {GpbCard} from '../../src/elements/card/gpb-card.js';
import '../../src/elements/features/features.js';
import {arriveAsVisitor, html, REAL_FEED, text, visit, Visitor, waitUntil} from '../support/component-harness.js';

describe('<good-practice-browser> by keyboard and pointer', () => {
  arriveAsVisitor();

  // Requirement
  it('lets visitors walk by Tab from the element before it to the one after it, and back the same way', async () => {
    const parent = await fixture(
      html`<div>
        <button id="before">Before</button>
        <good-practice-browser
          url="off"
          src=${REAL_FEED}
          hits-per-page="3"
          preset="topic:youth"
        ></good-practice-browser>
        <button id="after">After</button>
      </div>`,
    );
    const element = parent.querySelector('good-practice-browser')!;
    await waitUntil(() => element.searchResults, 'the practices are there');
    const visitor = new Visitor(element);
    await visitor.settled();
    const [before, after] = parent.querySelectorAll<HTMLElement>('div > button');
    before!.focus();
    const walk = async (end: Element) => {
      const passed: Element[] = [];
      while (visitor.focused !== end && passed.length < 200) {
        await visitor.press('Tab');
        passed.push(visitor.focused!);
      }
      return passed;
    };
    const forth = await walk(after!);
    await sendKeys({down: 'Shift'});
    const back = await walk(before!);
    await sendKeys({up: 'Shift'});
    const isSame = [before!, ...forth].reverse().every((each, i) => each === [after!, ...back][i]);
    expect(forth.length).to.be.within(30, 150);
    expect(isSame, 'the way back is the way forth').to.equal(true);
    expect(
      forth.some((each) => each.closest('[hidden]')),
      'no closed content has the focus',
    ).to.equal(false);
    expect(forth.map(({localName}) => localName).filter((name) => name === 'body')).to.deep.equal([]);
  });

  // Requirement: A-33
  it('delegates no focus, sets no tab order, and has no keyboard shortcuts outside of fields and buttons', async () => {
    const visitor = await visit(
      html`<good-practice-browser url="off" src=${REAL_FEED} hits-per-page="3"></good-practice-browser>`,
    );
    expect(visitor.all('[tabindex]').every((each) => each.tabIndex <= 0)).to.equal(true);
    expect(visitor.all('*').some((each) => each.shadowRoot?.delegatesFocus)).to.equal(false);
    const {searchState} = visitor.element;
    visitor.one('[part=toggle]').focus();
    const {focus} = visitor;
    for (const key of ['a', 's', '?', 'j', 'Escape', 'ArrowDown']) await visitor.press(key);
    expect(visitor.element.searchState === searchState).to.equal(true);
    expect(visitor.focus).to.equal(focus);
  });

  // Requirement: A-09
  it('has a button that empties the search field, next after it by Tab', async () => {
    const visitor = await visit(html`<good-practice-browser url="off" src=${REAL_FEED}></good-practice-browser>`);
    await visitor.search('music');
    await visitor.press('Tab');
    expect(visitor.focus).to.equal('button “Clear search”');
    await visitor.press('Enter');
    await waitUntil(() => visitor.element.searchState.query === '', 'the query is empty');
    expect(visitor.focus).to.equal('input “Search good practices”');
  });

  // Requirement: A-33
  it('has a button after the search field that skips to the results, seen only with the focus', async () => {
    const visitor = await visit(html`<good-practice-browser src=${REAL_FEED}></good-practice-browser>`);
    const address = location.href;
    const card = visitor.one('gpb-card');
    // Within the list: the browser may scroll the page to what has the focus.
    const offset = () => card.getBoundingClientRect().top - visitor.element.getBoundingClientRect().top;
    const earlier = offset();
    const skip = visitor.button('Skip to results');
    expect(getComputedStyle(skip).clipPath).to.equal('inset(50%)');
    visitor.one('#query').focus();
    await visitor.press('Tab');
    expect(visitor.focus).to.equal('button “Skip to results”');
    expect(getComputedStyle(skip).clipPath).to.equal('none');
    expect(offset(), 'nothing moves').to.be.closeTo(earlier, 0.5);
    await visitor.press('Enter');
    expect(visitor.focused?.closest('h1, h2, h3')?.textContent?.trim()).to.equal(visitor.titles()[0]);
    expect(location.href).to.equal(address);
    await visitor.search('zebra');
    visitor.button('Skip to results').focus();
    await visitor.press('Enter');
    expect(visitor.focus).to.match(/^h\d “Nothing found”$/);
  });

  it('skips to the own message of a page where nothing is found', async () => {
    const visitor = await visit(
      html`<good-practice-browser url="off" .practices=${[{title: 'a'}]}>
        <p slot="empty">Nothing here</p>
      </good-practice-browser>`,
    );
    await visitor.search('zebra');
    visitor.button('Skip to results').focus();
    await visitor.press('Enter');
    expect(visitor.focused?.className).to.equal('nothing');
  });

  // Requirement: A-05
  it('does not open a card where its text is clicked or selected', async () => {
    const visitor = await visit(
      html`<good-practice-browser url="off" src=${REAL_FEED} hits-per-page="3"></good-practice-browser>`,
    );
    const summary = visitor.one('[part=summary]');
    await visitor.scrollTo(summary);
    const {left, top, width, height} = summary.getBoundingClientRect();
    const at = (share: number): [number, number] => [Math.round(left + width * share), Math.round(top + height / 2)];
    await sendMouse({type: 'click', position: at(0.3)});
    await sendMouse({type: 'move', position: at(0.1)});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: at(0.8)});
    await sendMouse({type: 'up'});
    await visitor.settled();
    expect(visitor.element.searchState.open).to.deep.equal([]);
    expect(visitor.all('[aria-expanded=true][part=toggle]')).to.have.length(0);
  });

  // Requirement: A-08
  it('has no gap in its headings at any level', async () => {
    const records = [{title: 'One', sections: [{heading: 'Purpose', text: 'To meet.'}]}];
    for (let level = 1; level <= 6; level++) {
      const visitor = await visit(
        html`<good-practice-browser
          url="off"
          heading="Us"
          heading-level=${level}
          .practices=${records}
        ></good-practice-browser>`,
      );
      const levels = visitor.all('h1, h2, h3, h4, h5, h6').map(({localName}) => Number(localName.slice(1)));
      expect(levels).to.deep.equal([level, Math.min(6, level + 1), Math.min(6, level + 2)]);
      visitor.element.remove();
    }
  });

  // Requirement: A-31
  it('says in a link where it leads, and which language a text is in', async () => {
    const visitor = await visit(
      html`<good-practice-browser
        url="off"
        .practices=${[
          {
            title: {it: 'Una scuola aperta'},
            url: 'https://www.city.example/scuola.pdf',
            sections: [
              {
                heading: 'A',
                html: '<p><a href="https://other.example/plan.docx">The plan</a> <a href="/here">Here</a></p>',
              },
            ],
            links: [
              {url: 'https://other.example/report.pdf', label: 'The report'},
              {url: 'https://other.example/', label: 'Pages of other.example'},
              {url: `${location.origin}/minutes.PDF`, label: 'The minutes (PDF)'},
              {url: `${location.origin}/us`, label: 'Us'},
            ],
            contact: {name: 'Ann', url: 'https://ann.example/', email: 'ann@city.example'},
          },
        ]}
      ></good-practice-browser>`,
    );
    await visitor.readMore('Una scuola aperta');
    await waitUntil(() => visitor.all('gpb-html').every((each) => each.shadowRoot?.querySelector('a')), 'all is drawn');
    expect(visitor.all('a').map(text).sort()).to.deep.equal(
      [
        'The plan (other.example, DOCX)',
        'Here',
        'The report (other.example, PDF)',
        'Pages of other.example',
        'The minutes (PDF)',
        'Us',
        'Ann (ann.example)',
        'ann@city.example',
        'Source on city.example (PDF)',
      ].sort(),
    );
    expect(visitor.one('[part=source]').ariaLabel).to.equal('Source on city.example (PDF): Una scuola aperta');
    expect(visitor.all('a[target]')).to.have.length(0);
    expect(visitor.one('#title').lang).to.equal('it');
  });

  // Requirement: A-32
  it('takes the name that the page gives it for its landmarks', async () => {
    const parent = await fixture(
      html`<div>
        <h2 id="theirs">What others do</h2>
        <good-practice-browser url="off" aria-labelledby="theirs" src=${REAL_FEED}></good-practice-browser>
        <good-practice-browser url="off" aria-label="Elsewhere" src=${REAL_FEED}></good-practice-browser>
      </div>`,
    );
    const widgets = [...parent.querySelectorAll('good-practice-browser')];
    await waitUntil(() => widgets.every(({searchResults}) => searchResults), 'the practices are there');
    for (const widget of widgets) await widget.updateComplete;
    const names = widgets.map((widget) => new Visitor(widget).one('section').ariaLabel);
    expect(names).to.deep.equal(['What others do', 'Elsewhere']);
  });

  // Requirement: A-23
  it('spaces letters and words as the page does', async () => {
    const parent = await fixture(
      html`<div style="letter-spacing: 2px; word-spacing: 3px">
        <good-practice-browser url="off" src=${REAL_FEED} hits-per-page="3"></good-practice-browser>
      </div>`,
    );
    const element = parent.querySelector('good-practice-browser')!;
    await waitUntil(() => element.searchResults, 'the practices are there');
    const spacings = new Visitor(element)
      .all('p, h2, button, input, select, label, summary')
      .map((each) => [getComputedStyle(each).letterSpacing, getComputedStyle(each).wordSpacing].join(' '));
    expect([...new Set(spacings)]).to.deep.equal(['2px 3px']);
  });

  // Requirement: A-29
  it('shows selected values, marks and links by more than colour', async () => {
    const visitor = await visit(html`<good-practice-browser url="off" src=${REAL_FEED}></good-practice-browser>`);
    await visitor.refine('Education');
    await visitor.search('school');
    const several = visitor
      .all<GpbCard>('gpb-card')
      .find(({practice}) => practice.topics.length > 1 && practice.sections.length)!;
    await visitor.readMore(text(several.shadowRoot!.querySelector('#title')));
    const weight = (element: Element | undefined) => Number(getComputedStyle(element!).fontWeight);
    const topics = visitor.all('[part=topic]');
    const chosen = topics.find(({ariaPressed}) => ariaPressed === 'true');
    const other = topics.find((each) => each.localName === 'button' && !each.ariaPressed);
    expect(weight(chosen)).to.be.above(weight(other));
    expect(weight(visitor.one('mark'))).to.be.at.least(700);
    expect(weight(visitor.one('.refined .label'))).to.be.above(weight(visitor.one('label:not(.refined) .label')));
    await visitor.click(visitor.one('.list-toggle'));
    expect(visitor.one('.list-toggle[aria-pressed=true] svg').innerHTML).to.not.equal(
      visitor.one('.list-toggle[aria-pressed=false] svg').innerHTML,
    );
    await visitor.press('Tab', 'Enter');
    for (const link of visitor.all('a, button.link').filter((each) => each.checkVisibility() && text(each)))
      expect(getComputedStyle(link).textDecorationLine, link.outerHTML.slice(0, 100)).to.equal('underline');
  });
});
