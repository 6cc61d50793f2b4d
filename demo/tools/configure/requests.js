// What the preview and the check request: addresses of feeds without cookies, and chosen files from memory. A chosen file has the
// address that it will have on the site, so that the widget and its settings are the same there.

/**
 * @param {string} ownFolder address of the widget’s own files, which are requested as always: a login may protect them
 * @returns {{serve(address: string, bytes: Blob): void, forget(): void}}
 */
export function interceptRequests(ownFolder) {
  const files = new Map();
  const send = window.fetch.bind(window);
  window.fetch = async (request, options) => {
    const address = new URL(request.url ?? request, document.baseURI).href;
    const file = files.get(address);
    if (file) return new Response(file);
    return send(request, address.startsWith(ownFolder) ? options : {...options, credentials: 'omit'});
  };
  return {
    serve: (address, blob) => files.set(new URL(address, document.baseURI).href, blob),
    forget: () => files.clear(),
  };
}
