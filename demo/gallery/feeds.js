// Answers for some feeds as a failing server does. Load this before the widget's script.
(() => {
  const {fetch} = globalThis;
  /** A stream that sends this number of bytes and then stops. */
  const slowly = (bytes) => new ReadableStream({start: (stream) => stream.enqueue(new Uint8Array(bytes))});
  const answers = {
    'never.json': () => new Promise(() => {}),
    'slow.json': () => new Response(slowly(400_000), {headers: {'Content-Length': '1000000'}}),
    'busy.json': () => new Response('', {status: 503}),
    'missing.json': () => new Response('', {status: 404}),
    'login.json': () => new Response('<!doctype html><title>Log in</title>'),
    'no-connection.json': () => Promise.reject(new TypeError('Failed to fetch')),
    'empty.json': () => Response.json({version: '1', title: 'Nothing yet', practices: []}),
  };
  globalThis.fetch = async (input, init) => {
    const name = /\/gallery\/([\w-]+\.json)$/.exec(String(input?.url ?? input))?.[1];
    return answers[name]?.() ?? fetch(input, init);
  };
})();
