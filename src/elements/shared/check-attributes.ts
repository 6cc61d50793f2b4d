import type {LitElement, PropertyValues} from 'lit';
import {editDistance} from '../../core/text/edit-distance.js';
import {warnOnce} from '../../platform/warn-once.js';
import type {AttributeRule} from './attribute-rules.js';

/** Warns of an attribute in the console. The widget goes on. */
export const warnSetting = (name: string, text: string | null, wanted: string): void =>
  warnOnce(`${name}: “${text}” is not ${wanted}.`);

/**
 * Reports in the console what a page has set wrong: values that the element cannot use, after each
 * change, and names that look like a misspelt attribute, before the first update. Call it in
 * `willUpdate`.
 */
export function checkAttributes(element: LitElement, changed: PropertyValues): void {
  for (const key of changed.keys()) checkValue(element, key);
  if (!element.hasUpdated) checkNames(element);
}

const definitionsOf = (element: LitElement) => (element.constructor as typeof LitElement).elementProperties;

function checkValue(element: LitElement, key: PropertyKey): void {
  const {attribute, converter} = definitionsOf(element).get(key) ?? {};
  const rule = converter as AttributeRule | undefined;
  if (!rule?.findWrong) return;
  const name = typeof attribute === 'string' ? attribute : String(key);
  const value = Reflect.get(element, key) as string | number;
  const attributeText = element.getAttribute(name);
  const fromAttribute = rule.fromAttribute ? rule.fromAttribute(attributeText) : attributeText;
  const written = Object.is(fromAttribute, value) ? attributeText : null;
  for (const [part, wanted] of rule.findWrong(value, written ?? String(value))) warnSetting(name, part, wanted);
  if (rule.correct) Reflect.set(element, key, rule.correct(value));
}

/** More letters than these are another word. */
const MOST_EDITS = 3;
/** Frameworks write attributes of their own, such as `v-cloak`, `x-data`, `_ngcontent-abc-1` and `wire:id`. */
const OF_FRAMEWORKS = /^[a-z]{1,2}-|[^a-z-]/;
/** HTML allows these on every element, and has no property of the same name. */
const GLOBAL = /^(?:class|is|exportparts|item.*|xml.*|aria-.*|data-.*)$/;

function checkNames(element: LitElement): void {
  const known = (element.constructor as typeof LitElement).observedAttributes;
  for (const name of element.getAttributeNames()) {
    if (known.includes(name) || OF_FRAMEWORKS.test(name) || GLOBAL.test(name) || isOfEveryElement(name)) continue;
    const likely = nearestName(name, known);
    if (likely) warnOnce(`the attribute “${name}” does not exist on <${element.localName}>. Did you mean “${likely}”?`);
  }
}

/** Whether HTML defines the attribute on every element. Then elements have a property of that name. */
function isOfEveryElement(name: string): boolean {
  for (let object: object | null = HTMLElement.prototype; object; object = Reflect.getPrototypeOf(object))
    if (Object.getOwnPropertyNames(object).some((each) => each.toLowerCase() === name)) return true;
  return false;
}

function nearestName(name: string, known: readonly string[]): string | undefined {
  const ranked = known.map((each) => ({each, edits: editDistance(name, each)})).sort((a, b) => a.edits - b.edits);
  const isNear = ({each, edits}: {each: string; edits: number}) =>
    edits <= Math.min(MOST_EDITS, Math.max(name.length, each.length) / 2);
  return ranked.find(isNear)?.each;
}
