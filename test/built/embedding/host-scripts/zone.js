// What Zone.js does under an Angular page: everything that waits is wrapped, and promises are its own.
(function () {
  let depth = 0;
  const inZone = (act) =>
    typeof act === 'function'
      ? function (...rest) {
          depth++;
          try {
            return act.apply(this, rest);
          } finally {
            depth--;
          }
        }
      : act;
  const NativePromise = window.Promise;
  const {then} = NativePromise.prototype;
  class ZoneAwarePromise extends NativePromise {
    then(onFulfilled, onRejected) {
      return super.then(inZone(onFulfilled), inZone(onRejected));
    }
    static get [Symbol.species]() {
      return ZoneAwarePromise;
    }
  }
  // the promises of async functions are the browser's, and get ours from here on
  NativePromise.prototype.then = function (onFulfilled, onRejected) {
    return new ZoneAwarePromise((resolve, reject) => then.call(this, resolve, reject)).then(onFulfilled, onRejected);
  };
  ZoneAwarePromise.prototype.then = function (onFulfilled, onRejected) {
    return then.call(this, inZone(onFulfilled), inZone(onRejected));
  };
  window.Promise = ZoneAwarePromise;
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask']) {
    const native = window[name];
    window[name] = function (act, ...rest) {
      return native.call(window, inZone(act), ...rest);
    };
  }
  const {fetch} = window;
  window.fetch = function (...rest) {
    return new ZoneAwarePromise((resolve, reject) => fetch.apply(window, rest).then(resolve, reject));
  };
  const wrapped = new WeakMap();
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (!listener) return undefined;
    if (!wrapped.has(listener))
      wrapped.set(
        listener,
        inZone(function (event) {
          return typeof listener === 'function' ? listener.call(this, event) : listener.handleEvent(event);
        }),
      );
    return addEventListener.call(this, type, wrapped.get(listener), options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    return removeEventListener.call(this, type, wrapped.get(listener) ?? listener, options);
  };
  const {MutationObserver} = window;
  window.MutationObserver = function (handle) {
    return new MutationObserver(inZone(handle));
  };
  const {define} = customElements;
  customElements.define = function (name, constructor, options) {
    for (const callback of ['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback'])
      if (constructor.prototype[callback]) constructor.prototype[callback] = inZone(constructor.prototype[callback]);
    return define.call(this, name, constructor, options);
  };
  window.Zone = {current: {}, depth: () => depth};
})();
