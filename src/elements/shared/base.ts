import {unsafeCSS} from 'lit';
import css from './base.css?inline';

/** The styles that every element starts with: tokens, a reset, and what several elements share. */
export const base = unsafeCSS(css);
