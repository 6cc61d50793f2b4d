// What monitoring and analytics do with what a page asks for: `fetch` takes notes, hands on a copy without an address, and lists and
// texts go through a wrapped JSON.
(function () {
  const notes = [];
  const {fetch} = window;
  window.fetch = function (input, init) {
    notes.push(typeof input === 'string' ? input : input.url);
    return fetch(input, init).then((response) => {
      response
        .clone()
        .text()
        .then((text) => notes.push(text.length));
      return new Response(response.body, {status: response.status, headers: response.headers});
    });
  };
  const {parse, stringify} = JSON;
  JSON.parse = (...rest) => parse(...rest);
  JSON.stringify = (...rest) => stringify(...rest);
  const {pushState, replaceState} = history;
  for (const [name, native] of Object.entries({pushState, replaceState}))
    history[name] = function (...rest) {
      const returned = native.apply(this, rest);
      window.dispatchEvent(new PopStateEvent('popstate', {state: history.state}));
      return returned;
    };
  const NativeHTMLElement = HTMLElement;
  window.HTMLElement = function () {
    return Reflect.construct(NativeHTMLElement, [], this.constructor);
  };
  window.HTMLElement.prototype = NativeHTMLElement.prototype;
  Object.setPrototypeOf(window.HTMLElement, NativeHTMLElement);
})();
