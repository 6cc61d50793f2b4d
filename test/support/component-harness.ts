import {fixture, fixtureCleanup, html, nextFrame} from '@open-wc/testing';
import {waitUntil} from './wait-until.js';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import type {TemplateResult} from 'lit';
import '../../src/define.js';
import {isSameQuestion} from '../../src/core/state/search-state.js';
import type {GoodPracticeBrowser} from '../../src/elements/browser/good-practice-browser.js';
import {ancestorsOf} from '../../src/platform/ancestors.js';
import {hasHistoryRoom} from './history-room.js';
import {pageOf} from './shadow-roots.js';

/** Where the pointer is on no widget. */
const CORNER: [number, number] = [1, 1];

export const REAL_FEED = new URL('../../demo/practices.json', import.meta.url).href;

/** What a visitor can do with the widget and what they get, by real input. */
export class Visitor {
  constructor(readonly element: GoodPracticeBrowser) {}

  /** Every element of the widget that matches, through the inner elements' shadow roots. */
  all<T extends Element = HTMLElement>(selector: string): T[] {
    return pageOf(this.element).flatMap((root) => [...root.querySelectorAll<T>(selector)]);
  }

  one<T extends Element = HTMLElement>(selector: string): T {
    const [found] = this.all<T>(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  button(name: string | RegExp): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('button').find(
      (button) => isNamed(button, name) && button.checkVisibility(),
    );
    if (!found) throw new Error(`no button ${name}`);
    return found;
  }

  checkbox(name: string | RegExp): HTMLInputElement {
    const found = this.all<HTMLInputElement>('input[type=checkbox]').find((box) => isNamed(box.labels![0]!, name));
    if (!found) throw new Error(`no checkbox ${name}`);
    return found;
  }

  /** WebKit scrolls in another process: the target is where it seems to be once it is painted there. */
  async scrollTo(target: Element): Promise<void> {
    const isInView = () => {
      const {top, bottom} = target.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && (top + bottom) / 2 < innerHeight;
    };
    // Again where the widget itself has just scrolled, back to where the visitor was.
    do {
      target.scrollIntoView({block: 'center', behavior: 'instant'});
      await nextFrame();
      await nextFrame();
    } while (target.isConnected && !isInView());
  }

  /** Presses a button in sight by keyboard. @returns how far it moves on the screen */
  async pressInSight(button: HTMLElement): Promise<number> {
    await this.scrollTo(button);
    const {top} = button.getBoundingClientRect();
    button.focus();
    await this.press('Enter');
    await nextFrame();
    await nextFrame();
    return button.getBoundingClientRect().top - top;
  }

  async click(target: Element): Promise<void> {
    await this.scrollTo(target);
    const {left, top, width, height} = target.getBoundingClientRect();
    const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    await arrives('click', () => sendMouse({type: 'click', position}));
    await this.settled();
  }

  async press(...keys: string[]): Promise<void> {
    for (const press of keys) {
      await arrives('keyup', () => sendKeys({press}));
      await this.settled();
    }
  }

  async search(text: string): Promise<void> {
    const input = this.one<HTMLInputElement>('input[type=search]');
    input.focus();
    input.select();
    if (text) await sendKeys({type: text});
    else await sendKeys({press: 'Backspace'});
    await waitUntil(() => this.element.searchState.query === text, `the query is ${text}`);
    await this.settled();
  }

  async refine(name: string | RegExp): Promise<void> {
    await this.click(this.checkbox(name));
  }

  /** By keyboard: the card's own button. */
  async readMore(title: string): Promise<void> {
    this.button(`Read more: ${title}`).focus();
    await this.press('Enter');
  }

  /** When what was asked is drawn: the results are those of the state, and no update is on its way. */
  async settled(): Promise<void> {
    const {element} = this;
    await waitUntil(() => {
      const {searchResults, searchState} = element;
      return !searchResults || isSameQuestion(searchResults.state, searchState);
    }, 'the results are those of the state');
    await element.updateComplete;
    await Promise.all(
      this.all('gpb-card, gpb-copy-link, gpb-range, gpb-map, gpb-statistics').map(
        (inner) => (inner as GoodPracticeBrowser).updateComplete,
      ),
    );
  }

  titles(): string[] {
    return this.all('gpb-card').map((card) => text(card.shadowRoot!.querySelector('#title')));
  }

  total(): string {
    return text(this.one('[part=count]'));
  }

  chips(): string[] {
    return this.all('[part=chip]').map(text);
  }

  /** The values of a facet that are shown, with their counts: `Spain 24`. */
  values(attribute: string): string[] {
    const facet = this.all('details').find((each) => text(each.querySelector('.name')) === attribute);
    return [...(facet?.querySelectorAll('li label') ?? [])].map((label) =>
      [label.querySelector('.label'), label.querySelector('.figure > span')].map(text).join(' '),
    );
  }

  marks(): string[] {
    return this.all('mark').map(text);
  }

  /** The element that has the focus, through shadow roots. Chai takes minutes to print one: compare `focus` instead. */
  get focused(): Element | null {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused;
  }

  /** What it is called: `button “Clear all”`. */
  get focus(): string {
    const {focused} = this;
    const label = (focused as HTMLInputElement | null)?.labels?.[0];
    const name = focused?.getAttribute('aria-label') ?? text(label?.querySelector('.label') ?? label ?? focused);
    return `${focused?.localName} “${name}”`;
  }
}

/** Gives an input, and waits until the page has had it, and the browser has done what it does on it: some say so before. */
async function arrives(type: 'click' | 'keyup', give: () => Promise<unknown>): Promise<void> {
  const arrival = new Promise((resolve) =>
    window.addEventListener(type, () => setTimeout(resolve), {capture: true, once: true}),
  );
  await give();
  await arrival;
}

/** The language of an element: the nearest `lang`, across shadow roots. */
export const languageOf = (element: Element): string =>
  [...ancestorsOf(element)].map((each) => each.getAttribute('lang')).find(Boolean) ?? '';

/** What a person reads, without the breaks of the source. */
export const text = (node: Node | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

function isNamed(element: Element, name: string | RegExp): boolean {
  const own = element.getAttribute('aria-label') ?? text(element);
  return typeof name === 'string'
    ? own === name || own.startsWith(`${name} `) || own.startsWith(`${name}: `)
    : name.test(own);
}

/** Puts the markup on the page and waits for the practices to be there. */
export async function visit(markup: TemplateResult): Promise<Visitor> {
  const element = await arrive(markup);
  await waitUntil(() => element.searchResults, 'the practices are there');
  const visitor = new Visitor(element);
  await visitor.settled();
  return visitor;
}

/** Puts the markup on the page, and gives the widget in it. */
export async function arrive(markup: TemplateResult): Promise<GoodPracticeBrowser> {
  const parent = await fixture<HTMLElement>(html`<div>${markup}</div>`);
  return parent.querySelector('good-practice-browser')!;
}

/**
 * Begins with a click into the page, without which Firefox lets keys press no button in a page that was loaded into an old tab; and
 * leaves the pointer and the address as the tests found them, and the state kept with it, since the widgets write into both. The
 * next test begins when the browser takes its writes.
 */
export function arriveAsVisitor(): void {
  const address = location.href;
  before(() => sendMouse({type: 'click', position: CORNER}));
  afterEach(async () => {
    fixtureCleanup();
    await sendMouse({type: 'move', position: CORNER});
    const isBack = () => {
      try {
        if (location.href !== address || history.state !== null) history.replaceState(null, '', address);
        return true;
      } catch {
        return false;
      }
    };
    await waitUntil(() => hasHistoryRoom() && isBack(), 'the address is as it was, and may be written', {
      interval: 200,
    });
  });
}

export {html, waitUntil};
