// What Prototype.js 1.7 still does: `entries` gives the values, lists and texts have a `toJSON`, and elements methods of old names.
(function () {
  function toList(iterable) {
    if (!iterable) return [];
    if ('toArray' in Object(iterable)) return iterable.toArray();
    return Array.prototype.slice.call(iterable);
  }
  const methods = {
    each(act, context) {
      this.forEach(act, context);
      return this;
    },
    toArray() {
      return this.slice(0);
    },
    entries() {
      return this.slice(0);
    },
    include(object) {
      return this.indexOf(object) !== -1;
    },
    size() {
      return this.length;
    },
    clone() {
      return this.slice(0);
    },
    uniq() {
      return [...new Set(this)];
    },
    first() {
      return this[0];
    },
    last() {
      return this[this.length - 1];
    },
    toJSON() {
      return `[${this.map((value) => JSON.stringify(value)).join(',')}]`;
    },
  };
  Object.assign(Array.prototype, methods);
  Array.from = toList;
  Object.assign(String.prototype, {
    startsWith(pattern) {
      return this.lastIndexOf(pattern, 0) === 0;
    },
    endsWith(pattern) {
      const at = this.length - pattern.length;
      return at >= 0 && this.indexOf(pattern, at) === at;
    },
    toArray() {
      return this.split('');
    },
    toJSON() {
      return JSON.stringify(String(this));
    },
    times(count) {
      return count < 1 ? '' : new Array(count + 1).join(this);
    },
  });
  Object.toJSON = JSON.stringify;
  Function.prototype.argumentNames = () => [];
  Function.prototype.delay = function (seconds) {
    return setTimeout(this, seconds * 1000);
  };
  // the whole of a page's elements gets them
  for (const name of ['hide', 'show', 'toggle', 'update', 'replace', 'wrap', 'up', 'down', 'next', 'previous', 'store'])
    HTMLElement.prototype[name] = function () {
      return this;
    };
  for (const name of ['clear', 'present', 'activate', 'enable', 'disable', 'getValue', 'serialize'])
    HTMLInputElement.prototype[name] = function () {
      return this;
    };
  document.fire = document.observe = () => document;
  window.$ = (id) => document.getElementById(id);
})();
