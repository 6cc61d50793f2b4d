import type {LitElement} from 'lit';
import type {GoodPracticeBrowser, GpbCity, GpbCount, GpbEventMap, GpbLatest, GpbPractice} from '../index.js';

// The types of our tags in templates of React, Vue and Svelte. They all follow from the classes of
// the elements.

/** The public elements by their tags. */
export interface Elements {
  'good-practice-browser': GoodPracticeBrowser;
  'gpb-city': GpbCity;
  'gpb-count': GpbCount;
  'gpb-latest': GpbLatest;
  'gpb-practice': GpbPractice;
}

/** `hitsPerPage` becomes `hits-per-page`. */
type KebabCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? '' : '-'}${Lowercase<First>}${KebabCase<Rest>}`
  : Name;

/** Types that differ in `readonly` are assignable, but not the same for this one. */
type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Writable<T> = {-readonly [Key in keyof T]: T[Key]};

/**
 * The properties that a page may set: no methods, no read-only properties, and nothing that every
 * Lit element has.
 */
type PropertyName<Element> = {
  [Name in Exclude<keyof Element, keyof LitElement> & string]: Element[Name] extends (...values: never[]) => unknown
    ? never
    : IsSame<Pick<Element, Name>, Writable<Pick<Element, Name>>> extends true
      ? Name
      : never;
}[Exclude<keyof Element, keyof LitElement> & string];

/**
 * Templates write numbers as texts too: `count="3"`, also where the framework makes a property of it.
 */
type TemplateValue<Value> = (Value extends number ? Value | `${Value}` : Value) | undefined;

type Properties<Element> = {[Name in PropertyName<Element>]?: TemplateValue<Element[Name]>};
type Attributes<Element> = {
  [Name in PropertyName<Element> as Element[Name] extends string | number ? KebabCase<Name> : never]?: TemplateValue<
    Element[Name]
  >;
};

/** What a template may set on an element: properties, and attributes in kebab case. */
export type ElementProps<Element> = Properties<Element> & Attributes<Element>;

/**
 * Listeners for the events of an element, under the given names. The small elements have no events.
 */
export type Listeners<Element, Names extends Record<keyof GpbEventMap, string>> = Element extends GoodPracticeBrowser
  ? {[Type in keyof GpbEventMap as Names[Type]]?: ((event: GpbEventMap[Type]) => void) | undefined}
  : unknown;

/** The names of listeners in React and Svelte, such as `ongpb-loaded`. */
export type ListenerNames = {[Type in keyof GpbEventMap]: `on${Type}`};
