import {html, nothing} from 'lit';
import type {Translation} from '../../core/practice.js';

/** For screen readers, behind the words of a link or button that a page has many of: which practice it is about. */
export const renderHiddenName = ({lang, text}: Translation) =>
  html`<span class="visually-hidden">: <span lang=${lang || nothing}>${text}</span></span>`;
