// A page whose `Promise` is one of its own, written before there were any: no subclass, no `allSettled`, `any`, `withResolvers`, `finally`.
(function () {
  function Promise(start) {
    const waiting = [];
    let state = 'pending';
    let value;
    const settle = (how, what) => {
      if (state !== 'pending') return;
      state = how;
      value = what;
      setTimeout(() => waiting.splice(0).forEach((act) => act()));
    };
    const fulfil = (what) => {
      if (what && typeof what.then === 'function') what.then(fulfil, (why) => settle('rejected', why));
      else settle('fulfilled', what);
    };
    this.then = (onFulfilled, onRejected) =>
      new Promise((resolve, reject) => {
        const act = () => {
          const handle = state === 'fulfilled' ? onFulfilled : onRejected;
          if (typeof handle !== 'function') return state === 'fulfilled' ? resolve(value) : reject(value);
          try {
            resolve(handle(value));
          } catch (error) {
            reject(error);
          }
        };
        if (state === 'pending') waiting.push(act);
        else setTimeout(act);
      });
    this.catch = (onRejected) => this.then(undefined, onRejected);
    try {
      start(fulfil, (why) => settle('rejected', why));
    } catch (error) {
      settle('rejected', error);
    }
  }
  Promise.resolve = (value) => new Promise((resolve) => resolve(value));
  Promise.reject = (error) => new Promise((_, reject) => reject(error));
  Promise.all = (promises) =>
    new Promise((resolve, reject) => {
      const found = [];
      let left = promises.length;
      if (!left) resolve(found);
      promises.forEach((promise, i) =>
        Promise.resolve(promise).then((value) => {
          found[i] = value;
          if (!--left) resolve(found);
        }, reject),
      );
    });
  Promise.race = (promises) =>
    new Promise((resolve, reject) => promises.forEach((promise) => Promise.resolve(promise).then(resolve, reject)));
  window.Promise = Promise;
})();
