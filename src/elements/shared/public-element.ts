import {LitElement, type PropertyDeclaration, type PropertyValues} from 'lit';
import {checkAttributes} from './check-attributes.js';

/**
 * An element that pages set attributes and properties on. Each property has the type of its default:
 * null, undefined and a removed attribute restore the default, and a text stays a text if a page sets
 * it to a list, a number or a `URL`. The console names the values that the element cannot use.
 */
export abstract class PublicElement extends LitElement {
  /** What the class sets each property to: its first value. */
  private readonly defaults = new Map<PropertyKey, unknown>();

  /** Lit calls this whenever a property is set, so that no method sees a value of another type. */
  override requestUpdate(name?: PropertyKey, oldValue?: unknown, options?: PropertyDeclaration): void {
    if (name !== undefined) {
      const value: unknown = Reflect.get(this, name);
      const typed = this.toOwnType(name, value);
      if (!Object.is(typed, value)) return void Reflect.set(this, name, typed);
    }
    super.requestUpdate(name, oldValue, options);
  }

  override willUpdate(changed: PropertyValues): void {
    checkAttributes(this, changed);
  }

  private toOwnType(name: PropertyKey, value: unknown): unknown {
    const {defaults} = this;
    if (!defaults.has(name)) defaults.set(name, value);
    const initial = defaults.get(name);
    // oxlint-disable-next-line typescript/no-base-to-string -- the console then names “[object”
    return typeof initial === 'string' ? String(value ?? initial) : (value ?? initial);
  }
}
