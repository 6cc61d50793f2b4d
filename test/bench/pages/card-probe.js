// Goes into a measured page before its own scripts. Says when the first card is on screen, as `console.timeStamp` (the DevTools protocol then tells
// the page's metrics of that moment), and collects what a visitor feels meanwhile: long tasks and layout shifts.
(() => {
  const cardProbe = {cardAt: 0, longTasks: [], shift: 0};
  globalThis.cardProbe = cardProbe;
  const collect = (type, handleEntry) =>
    new PerformanceObserver((list) => list.getEntries().forEach(handleEntry)).observe({type, buffered: true});
  collect('longtask', ({startTime, duration}) => cardProbe.longTasks.push({startTime, duration}));
  collect('layout-shift', ({value, hadRecentInput}) => (cardProbe.shift += hadRecentInput ? 0 : value));

  let card = null;
  const handleFirstCard = () => {
    cardProbe.cardAt = performance.now();
    console.timeStamp('first card');
  };
  /** Runs in the frame that shows the card, after layout. The task runs when that frame is painted, before all others that wait. */
  const handleLayout = (_, observer) => {
    observer.disconnect();
    scheduler.postTask(handleFirstCard, {priority: 'user-blocking'});
  };
  function watch(root) {
    const handleChange = (_, observer) => {
      card ??= root.querySelector('article');
      if (!card) return;
      observer.disconnect();
      if (root.contains(card)) new ResizeObserver(handleLayout).observe(card);
    };
    new MutationObserver(handleChange).observe(root, {childList: true, subtree: true});
  }
  watch(document);
  const {attachShadow} = Element.prototype;
  Element.prototype.attachShadow = function watchShadow(options) {
    const root = attachShadow.call(this, options);
    watch(root);
    return root;
  };
})();
