// Goes into every measured page before its own scripts: watches from outside, by events and the DOM, when what was asked for is on screen.
(() => {
  const probe = {loadedAt: 0, parsedAt: 0, paintedAt: 0, longTasks: []};
  globalThis.probe = probe;
  let [typed, searched] = ['', ''];

  // the feed is the longest text that is parsed; in a worker it is not seen from here
  const parsed = (value) => {
    if (!probe.loadedAt) probe.parsedAt = performance.now();
    return value;
  };
  const {parse} = JSON;
  JSON.parse = (text, ...rest) => (text.length > 1e5 ? parsed(parse(text, ...rest)) : parse(text, ...rest));
  const {json} = Response.prototype;
  Response.prototype.json = async function readJson() {
    return parsed(await json.call(this));
  };
  new PerformanceObserver((list) => {
    for (const {startTime, duration} of list.getEntries()) probe.longTasks.push({startTime, duration});
  }).observe({type: 'longtask', buffered: true});

  /** The time after the next frame that `isReady`: its style, layout and paint are done when the message comes. */
  function paintedWhen(isReady) {
    const {port1, port2} = new MessageChannel();
    return new Promise((resolve) => {
      port1.onmessage = () => resolve(performance.now());
      const check = () => {
        if (isReady()) port2.postMessage(null);
        else requestAnimationFrame(check);
      };
      requestAnimationFrame(check);
    });
  }

  const has = (root, selector) =>
    root.querySelector(selector) !== null ||
    [...root.querySelectorAll('*')].some((element) => element.shadowRoot && has(element.shadowRoot, selector));

  addEventListener('gpb-searched', ({detail}) => {
    searched = detail.query;
  });
  addEventListener('input', (event) => (typed = event.composedPath()[0].value), {capture: true});
  /** Milliseconds from the last key to the frame that shows what it found. */
  let answer = Promise.resolve(0);
  const handleKey = async ({timeStamp}) => (await paintedWhen(() => searched === typed)) - timeStamp;
  addEventListener('keydown', (event) => (answer = handleKey(event)), {capture: true});
  probe.answer = () => answer;

  addEventListener('gpb-loaded', async () => {
    probe.loadedAt = performance.now();
    probe.paintedAt = await paintedWhen(() => has(document, 'article') && has(document, 'input[type=checkbox]'));
    globalThis.handlePainted?.();
  });
})();
