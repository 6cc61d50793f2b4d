// What MooTools does to a page: `Event` and `Element` become constructors of its own, `Array.from` wraps what is no list into one, and
// the built-in prototypes get methods that can be seen by `for … in`.
(function () {
  const {slice} = Array.prototype;
  const implement = (constructor, methods) => {
    for (const name in methods) constructor.prototype[name] ??= methods[name];
  };
  Function.prototype.implement = function (methods) {
    implement(this, methods);
    return this;
  };
  Function.prototype.extend = function (members) {
    return Object.assign(this, members);
  };
  Function.from = (value) => (typeof value === 'function' ? value : () => value);
  Array.from = (value) => {
    if (value == null) return [];
    if (Array.isArray(value)) return value;
    return typeof value === 'object' && typeof value.length === 'number' ? slice.call(value) : [value];
  };
  String.from = (value) => String(value);
  Number.from = (value) => (isFinite(parseFloat(value)) ? parseFloat(value) : null);
  Function.prototype.bind = function (that, ...given) {
    const method = this;
    const bound = function (...rest) {
      return new.target ? new method(...given, ...rest) : method.apply(that, given.concat(rest));
    };
    return bound;
  };
  implement(Array, {
    each(act, context) {
      this.forEach(act, context);
    },
    clean() {
      return this.filter((value) => value != null);
    },
    invoke(method, ...rest) {
      return this.map((value) => value[method](...rest));
    },
    associate(names) {
      return Object.fromEntries(names.map((name, i) => [name, this[i]]));
    },
    contains(value) {
      return this.indexOf(value) !== -1;
    },
    append(list) {
      this.push(...list);
      return this;
    },
    getLast() {
      return this[this.length - 1];
    },
    include(value) {
      if (!this.contains(value)) this.push(value);
      return this;
    },
    erase(value) {
      for (let i = this.length; i--;) if (this[i] === value) this.splice(i, 1);
      return this;
    },
    empty() {
      this.length = 0;
      return this;
    },
    flatten() {
      return this.flat(Infinity);
    },
    pick() {
      return this.find((value) => value != null);
    },
  });
  implement(String, {
    contains(text) {
      return this.indexOf(text) > -1;
    },
    test(pattern) {
      return new RegExp(pattern).test(this);
    },
    clean() {
      return this.replace(/\s+/g, ' ').trim();
    },
    toInt() {
      return parseInt(this, 10);
    },
  });
  implement(Number, {
    limit(min, max) {
      return Math.min(max, Math.max(min, this));
    },
    times(act) {
      for (let i = 0; i < this; i++) act(i);
    },
  });
  for (const each of [Array, String, Number, Function, RegExp]) each.prototype.$family = () => each.name.toLowerCase();
  Object.assign(Object, {
    each(object, act) {
      for (const name in object) act(object[name], name);
    },
    merge: (target, ...sources) => Object.assign(target, ...sources),
    clone: (object) => ({...object}),
    append: Object.assign,
    contains: (object, value) => Object.values(object).includes(value),
  });

  window.Event = function Event(event) {
    if (!event) event = window.event;
    if (event.$extended) return event;
    this.event = event;
    this.$extended = true;
    this.type = event.type;
  };
  const {prototype} = Element;
  window.Element = function Element(name, properties) {
    return Object.assign(document.createElement(name), properties);
  };
  window.Element.prototype = prototype;
  Object.assign(prototype, {
    set(name, value) {
      this.setAttribute(name, value);
      return this;
    },
    get(name) {
      return this.getAttribute(name);
    },
    erase(name) {
      this.removeAttribute(name);
      return this;
    },
    inject(parent) {
      parent.appendChild(this);
      return this;
    },
    adopt(...children) {
      for (const child of children) this.appendChild(child);
      return this;
    },
    dispose() {
      return this.parentNode ? this.parentNode.removeChild(this) : this;
    },
    empty() {
      while (this.firstChild) this.removeChild(this.firstChild);
      return this;
    },
    match(selector) {
      return this.matches(selector);
    },
    hasClass(name) {
      return this.classList.contains(name);
    },
    addEvent(name, handler) {
      this.addEventListener(name, handler);
      return this;
    },
    fireEvent() {
      return this;
    },
    clone() {
      return this.cloneNode(true);
    },
    store() {
      return this;
    },
  });
  window.$ = (id) => document.getElementById(id);
  window.$$ = (selector) => slice.call(document.querySelectorAll(selector));
  window.typeOf = (value) => (value?.$family ? value.$family() : typeof value);
  window.Browser = {};
  window.Type = function () {};
  window.Class = function () {};
  window.DOMEvent = window.Event;
})();
