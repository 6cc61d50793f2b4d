// `import type {} from 'good-practice-browser/react'` adds our tags to the JSX of React 19.
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {ElementProps, Elements, ListenerNames, Listeners} from './elements.js';

/**
 * What JSX accepts on each tag: the attributes of HTML, `ref`, and our properties, attributes and
 * listeners.
 */
export type ReactElements = {
  [Tag in keyof Elements]: DetailedHTMLProps<HTMLAttributes<Elements[Tag]>, Elements[Tag]> &
    ElementProps<Elements[Tag]> &
    Listeners<Elements[Tag], ListenerNames>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}
