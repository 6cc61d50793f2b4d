// What polyfills of ten years ago do where they do not look whether the browser has it: plain assignments, which `for … in` sees, of
// versions that do the half of it.
(function () {
  Array.prototype.includes = function (value) {
    return this.indexOf(value) !== -1;
  };
  Array.prototype.find = function (test, context) {
    for (let i = 0; i < this.length; i++) if (test.call(context, this[i], i, this)) return this[i];
  };
  Array.prototype.findIndex = function (test, context) {
    for (let i = 0; i < this.length; i++) if (test.call(context, this[i], i, this)) return i;
    return -1;
  };
  Array.prototype.flatMap = function (act, context) {
    return [].concat(...this.map(act, context));
  };
  // no second argument, and nothing but what has a length
  Array.from = (list) => Array.prototype.slice.call(list);
  Object.assign = function (target) {
    for (let i = 1; i < arguments.length; i++)
      for (const name in arguments[i])
        if (Object.prototype.hasOwnProperty.call(arguments[i], name)) target[name] = arguments[i][name];
    return target;
  };
  Object.entries = (object) => Object.keys(object).map((name) => [name, object[name]]);
  Object.values = (object) => Object.keys(object).map((name) => object[name]);
  String.prototype.startsWith = function (text, at) {
    return this.substr(at || 0, text.length) === text;
  };
  String.prototype.includes = function (text) {
    return this.indexOf(text) !== -1;
  };
  String.prototype.replaceAll = function (text, by) {
    return this.split(text).join(by);
  };
  String.prototype.padStart = function (length, by) {
    let text = String(this);
    while (text.length < length) text = (by || ' ') + text;
    return text;
  };
  String.prototype.trim = function () {
    return this.replace(/^\s+|\s+$/g, '');
  };
  Number.isInteger = (value) => Math.floor(value) === value;
  Element.prototype.remove = function () {
    this.parentNode && this.parentNode.removeChild(this);
  };
  Element.prototype.matches = function (selector) {
    return (
      Array.prototype.indexOf.call(document.querySelectorAll(selector), this) !== -1 ||
      nativeMatches.call(this, selector)
    );
  };
  const nativeMatches = Element.prototype.webkitMatchesSelector;
  Element.prototype.closest = function (selector) {
    for (let element = this; element; element = element.parentElement) if (element.matches(selector)) return element;
    return null;
  };
  Element.prototype.append = function (...nodes) {
    for (const node of nodes) this.appendChild(node instanceof Node ? node : document.createTextNode(String(node)));
  };
  // hands over an event of the browser's, whatever class asked for it
  function CustomEvent(type, {bubbles = false, cancelable = false, detail} = {}) {
    const event = document.createEvent('CustomEvent');
    event.initCustomEvent(type, bubbles, cancelable, detail);
    return event;
  }
  CustomEvent.prototype = window.Event.prototype;
  window.CustomEvent = CustomEvent;
  window.requestAnimationFrame = (act) => setTimeout(() => act(Date.now()), 16);
  window.cancelAnimationFrame = clearTimeout;
  window.queueMicrotask = (act) => Promise.resolve().then(act);
})();
