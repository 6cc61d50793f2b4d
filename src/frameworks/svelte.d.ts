// `import type {} from 'good-practice-browser/svelte'` adds our tags to the templates of Svelte 5.
import type {HTMLAttributes} from 'svelte/elements';
import type {ElementProps, Elements, ListenerNames, Listeners} from './elements.js';

/**
 * What a template accepts on each tag: the attributes of HTML, and our properties, attributes and
 * listeners.
 */
export type SvelteElements = {
  [Tag in keyof Elements]: HTMLAttributes<Elements[Tag]> &
    ElementProps<Elements[Tag]> &
    Listeners<Elements[Tag], ListenerNames>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteElements {}
}
