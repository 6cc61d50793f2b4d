import {unsafeCSS} from 'lit';
import css from './base.css?inline';

/** What every element of ours begins with: tokens, a reset, and the few things that several share. */
export const base = unsafeCSS(css);
