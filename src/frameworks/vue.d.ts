// `import type {} from 'good-practice-browser/vue'` adds our tags to the templates of Vue 3.
import type {HTMLAttributes, PublicProps} from 'vue';
import type {GpbEventMap} from '../index.js';
import type {ElementProps, Elements, Listeners} from './elements.js';

/** In a template, `@gpb-loaded` is the listener `onGpbLoaded`. */
type VueListenerNames = {
  [Type in keyof GpbEventMap]: Type extends `gpb-${infer Name}` ? `onGpb${Capitalize<Name>}` : never;
};

/**
 * What a template accepts on each tag: the attributes of HTML, `ref`, and our properties,
 * attributes and listeners.
 */
export type VueElements = {
  [Tag in keyof Elements]: new () => Elements[Tag] & {
    $props: HTMLAttributes & PublicProps & ElementProps<Elements[Tag]> & Listeners<Elements[Tag], VueListenerNames>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends VueElements {}
}
