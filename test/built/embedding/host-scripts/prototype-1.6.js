// What Prototype.js 1.6 does to a page: methods of its own in the built-in prototypes, where some have the name of a later standard and
// another meaning; `Array.from` that knows only what has a length; a `toJSON` for lists and texts.
(function () {
  const identity = (value) => value;
  function toList(iterable) {
    if (!iterable) return [];
    if (iterable.toArray) return iterable.toArray();
    const list = new Array(iterable.length || 0);
    for (let i = list.length; i--;) list[i] = iterable[i];
    return list;
  }
  const extend = (target, source) => {
    for (const name in source) target[name] = source[name];
    return target;
  };
  const enumerable = {
    each(act, context) {
      for (let i = 0; i < this.length; i++) act.call(context, this[i], i);
      return this;
    },
    collect(act = identity, context) {
      const found = [];
      this.each((value, i) => found.push(act.call(context, value, i)));
      return found;
    },
    detect(act, context) {
      for (let i = 0; i < this.length; i++) if (act.call(context, this[i], i)) return this[i];
    },
    findAll(act, context) {
      const found = [];
      this.each((value, i) => act.call(context, value, i) && found.push(value));
      return found;
    },
    all(act = identity, context) {
      return !this.any((value, i) => !act.call(context, value, i));
    },
    any(act = identity, context) {
      let isAny = false;
      this.each((value, i) => (isAny ||= !!act.call(context, value, i)));
      return isAny;
    },
    inject(memo, act) {
      this.each((value, i) => (memo = act(memo, value, i)));
      return memo;
    },
    invoke(method, ...rest) {
      return this.collect((value) => value[method](...rest));
    },
    toArray() {
      return this.collect();
    },
    size() {
      return this.toArray().length;
    },
    inspect: () => '#<Enumerable>',
    include(object) {
      return this.indexOf(object) >= 0;
    },
  };
  Object.assign(enumerable, {
    map: enumerable.collect,
    find: enumerable.detect,
    select: enumerable.findAll,
    filter: enumerable.findAll,
    member: enumerable.include,
    entries: enumerable.toArray,
    every: enumerable.all,
    some: enumerable.any,
  });
  const reversed = Array.prototype.reverse;
  extend(Array.prototype, enumerable);
  extend(Array.prototype, {
    reverse(isInPlace) {
      return reversed.call(isInPlace === false ? this.toArray() : this);
    },
    reduce() {
      return this.length > 1 ? this : this[0];
    },
    clear() {
      this.length = 0;
      return this;
    },
    first() {
      return this[0];
    },
    last() {
      return this[this.length - 1];
    },
    compact() {
      return this.select((value) => value != null);
    },
    flatten() {
      return this.inject([], (list, value) => list.concat(Array.isArray(value) ? value.flatten() : [value]));
    },
    uniq() {
      return this.findAll((value, i) => this.indexOf(value) === i);
    },
    toJSON() {
      return `[${this.collect((value) => Object.toJSON(value)).join(', ')}]`;
    },
  });
  Array.from = toList;
  extend(Object, {
    extend,
    toJSON: (value) => (value && value.toJSON ? value.toJSON() : JSON.stringify(value)),
    keys(object) {
      const names = [];
      for (const name in object) names.push(name);
      return names;
    },
    values(object) {
      const values = [];
      for (const name in object) values.push(object[name]);
      return values;
    },
    isUndefined: (value) => value === undefined,
  });
  extend(Function.prototype, {
    bind(...given) {
      if (given.length < 2 && given[0] === undefined) return this;
      const method = this;
      const [object, ...rest] = given;
      return function (...more) {
        return method.apply(object, rest.concat(toList(more)));
      };
    },
    curry(...given) {
      return (...more) => this(...given, ...more);
    },
    wrap(wrapper) {
      const method = this;
      return function (...rest) {
        return wrapper.apply(this, [method.bind(this)].concat(rest));
      };
    },
    defer() {
      return setTimeout(this, 1);
    },
  });
  extend(String.prototype, {
    startsWith(pattern) {
      return this.indexOf(pattern) === 0;
    },
    endsWith(pattern) {
      const at = this.length - pattern.length;
      return at >= 0 && this.lastIndexOf(pattern) === at;
    },
    strip() {
      return this.replace(/^\s+|\s+$/g, '');
    },
    sub(pattern, replacement) {
      return this.replace(pattern, replacement);
    },
    include(pattern) {
      return this.indexOf(pattern) > -1;
    },
    empty() {
      return this == '';
    },
    toArray() {
      return this.split('');
    },
    toJSON() {
      return `"${this}"`;
    },
  });
  extend(Number.prototype, {
    times(act) {
      for (let i = 0; i < this; i++) act(i);
      return this;
    },
    toJSON() {
      return String(this);
    },
  });
  extend(RegExp.prototype, {match: RegExp.prototype.test});
  extend(Date.prototype, {toJSON: () => '"a date"'});

  const {prototype} = Element;
  window.Element = function (name) {
    return document.createElement(name);
  };
  window.Element.prototype = prototype;
  extend(HTMLElement.prototype, {
    visible() {
      return this.style.display !== 'none';
    },
    toggle() {
      return this[this.visible() ? 'hide' : 'show']();
    },
    hide() {
      this.style.display = 'none';
      return this;
    },
    show() {
      this.style.display = '';
      return this;
    },
    remove() {
      this.parentNode.removeChild(this);
      return this;
    },
    update() {
      return this;
    },
    replace() {
      return this;
    },
    insert() {
      return this;
    },
    select(selector) {
      return toList(this.querySelectorAll(selector));
    },
    match(selector) {
      return this.matches(selector);
    },
    up() {
      return this.parentNode;
    },
    scrollTo() {
      window.scrollTo(0, this.offsetTop);
      return this;
    },
    observe(name, handler) {
      this.addEventListener(name, handler);
      return this;
    },
    empty() {
      return /^\s*$/.test(this.textContent);
    },
  });
  extend(Event, {KEY_RETURN: 13, element: (event) => event.target});
  document.getElementsByClassName = (name) => toList(document.querySelectorAll(`.${name}`));
  window.$ = (id) => document.getElementById(id);
  window.$$ = (selector) => toList(document.querySelectorAll(selector));
  window.$A = toList;
  window.Class = {create: () => function () {}};
  window.Hash = function () {};
  window.Template = function () {};
  window.Form = {};
  window.Position = {};
})();
