import type {LitElement, ReactiveController} from 'lit';
import {scrollerOf} from '../shared/focus-and-scroll.js';

/**
 * Keeps what sticks to the top of the screen below the page's own sticky header. Pages with one say
 * how high it is by `scroll-padding`, so that headings that links lead to are not under it.
 */
export class PageHeaderController implements ReactiveController {
  private isMeasured = false;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.isMeasured = false;
    // Pages have other headers on other widths.
    addEventListener('resize', this.measure);
  }

  hostDisconnected(): void {
    removeEventListener('resize', this.measure);
  }

  hostUpdated(): void {
    if (this.isMeasured || !this.host.renderRoot.querySelector('.filters')) return;
    this.isMeasured = true;
    // The layout of this frame is needed anyway.
    requestAnimationFrame(this.measure);
  }

  private readonly measure = (): void => {
    const root = this.host.renderRoot.querySelector<HTMLElement>('.root');
    const {scrollPaddingTop} = getComputedStyle(scrollerOf(this.host));
    // `auto` is none, and a share of the screen is rare.
    const height = parseFloat(scrollPaddingTop) && scrollPaddingTop.endsWith('px') ? scrollPaddingTop : '';
    if (root && root.style.getPropertyValue('--_page-header') !== height)
      root.style.setProperty('--_page-header', height);
  };
}
