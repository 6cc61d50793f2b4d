import {html, nothing} from 'lit';
import type {Image, Translation} from '../../core/practice.js';

/** The image of a practice. The address is not told to whom it is loaded from; `fail` may take it away, and then it leaves no hole. */
export const renderImage = ({src}: Image, {lang, text}: Translation, fail: () => void) =>
  html`<img
    class="image"
    part="image"
    alt=${text}
    lang=${lang || nothing}
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    src=${src}
    @error=${fail}
  />`;
