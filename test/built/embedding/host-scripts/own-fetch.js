// A `fetch` of ten years ago that takes the place of the browser's, after whatwg-fetch: over XMLHttpRequest, with classes of its own, and
// with answers that have bytes but no stream.
(function () {
  function Headers(lines) {
    this.map = {};
    for (const line of lines.split(/[\r\n]+/)) {
      const at = line.indexOf(':');
      if (at > 0) this.map[line.slice(0, at).trim().toLowerCase()] = line.slice(at + 1).trim();
    }
  }
  Headers.prototype.get = function (name) {
    return name.toLowerCase() in this.map ? this.map[name.toLowerCase()] : null;
  };
  Headers.prototype.has = function (name) {
    return name.toLowerCase() in this.map;
  };

  function Response(blob, options) {
    this._bodyBlob = blob;
    this.type = 'default';
    this.status = options.status;
    this.ok = this.status >= 200 && this.status < 300;
    this.statusText = options.statusText;
    this.headers = options.headers;
    this.url = options.url;
  }
  Response.prototype.blob = function () {
    if (this.bodyUsed) return Promise.reject(new TypeError('Already read'));
    this.bodyUsed = true;
    return Promise.resolve(this._bodyBlob);
  };
  const read = (how) =>
    function () {
      return this.blob().then(
        (blob) =>
          new Promise((resolve, reject) => {
            const reader = new FileReader();
            reader.onload = () => resolve(reader.result);
            reader.onerror = () => reject(reader.error);
            reader[how](blob);
          }),
      );
    };
  Response.prototype.arrayBuffer = read('readAsArrayBuffer');
  Response.prototype.text = read('readAsText');
  Response.prototype.json = function () {
    return this.text().then(JSON.parse);
  };

  window.Headers = Headers;
  window.Response = Response;
  window.fetch = function (input, init) {
    return new Promise((resolve, reject) => {
      const {headers = {}, method = 'GET', signal} = init || {};
      const abort = () => xhr.abort();
      const xhr = new XMLHttpRequest();
      if (signal && signal.aborted) return reject(new DOMException('Aborted', 'AbortError'));
      xhr.onload = () =>
        resolve(
          new Response(xhr.response, {
            status: xhr.status,
            statusText: xhr.statusText,
            headers: new Headers(xhr.getAllResponseHeaders() || ''),
            url: xhr.responseURL,
          }),
        );
      xhr.onerror = () => setTimeout(() => reject(new TypeError('Network request failed')));
      xhr.onabort = () => setTimeout(() => reject(new DOMException('Aborted', 'AbortError')));
      xhr.open(method, String(input), true);
      xhr.responseType = 'blob';
      for (const name of Object.keys(headers)) xhr.setRequestHeader(name, headers[name]);
      if (signal) {
        signal.addEventListener('abort', abort);
        xhr.onreadystatechange = () => xhr.readyState === 4 && signal.removeEventListener('abort', abort);
      }
      xhr.send(null);
    });
  };
})();
