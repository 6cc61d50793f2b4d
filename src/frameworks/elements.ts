import type {LitElement} from 'lit';
import type {GoodPracticeBrowser, GpbCount, GpbEventMap, GpbLatest, GpbPractice} from '../index.js';

// What templates of React, Vue and Svelte may write on our tags. All of it follows from the classes.

/** The public elements by their tags. */
export interface Elements {
  'good-practice-browser': GoodPracticeBrowser;
  'gpb-count': GpbCount;
  'gpb-latest': GpbLatest;
  'gpb-practice': GpbPractice;
}

/** `hitsPerPage` becomes `hits-per-page`. */
type KebabCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? '' : '-'}${Lowercase<First>}${KebabCase<Rest>}`
  : Name;

/** Assignable types may differ in `readonly`; these do not. */
type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Writable<T> = {-readonly [Key in keyof T]: T[Key]};

/** The names of what a page may set: neither methods, nor what is read only, nor what any Lit element has. */
type PropertyName<Element> = {
  [Name in Exclude<keyof Element, keyof LitElement> & string]: Element[Name] extends (...values: never[]) => unknown
    ? never
    : IsSame<Pick<Element, Name>, Writable<Pick<Element, Name>>> extends true
      ? Name
      : never;
}[Exclude<keyof Element, keyof LitElement> & string];

type Properties<Element> = {[Name in PropertyName<Element>]?: Element[Name] | undefined};

/** Attributes are texts, but templates may write numbers. */
type AttributeValue<Value> = (Value extends number ? Value | `${Value}` : Value) | undefined;
type Attributes<Element> = {
  [Name in PropertyName<Element> as Element[Name] extends string | number ? KebabCase<Name> : never]?: AttributeValue<
    Element[Name]
  >;
};

/** What a template may set on an element: properties, and attributes in kebab case. */
export type ElementProps<Element> = Properties<Element> & Attributes<Element>;

/** Listeners for the events of an element, with these names. Small elements have no events. */
export type Listeners<Element, Names extends Record<keyof GpbEventMap, string>> = Element extends GoodPracticeBrowser
  ? {[Type in keyof GpbEventMap as Names[Type]]?: ((event: GpbEventMap[Type]) => void) | undefined}
  : unknown;

/** The names of listeners in React and Svelte: `ongpb-loaded`. */
export type ListenerNames = {[Type in keyof GpbEventMap]: `on${Type}`};
