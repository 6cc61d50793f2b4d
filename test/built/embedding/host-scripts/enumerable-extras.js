// What small libraries put where every object inherits it, and every `for … in` meets it.
(function () {
  for (const name of [
    'each',
    'extend',
    'clone',
    'contains',
    'isEmpty',
    'size',
    'merge',
    'keys',
    'toQueryString',
    'map',
    'filter',
    'remove',
  ])
    Object.prototype[name] = function () {
      return this;
    };
  for (const name of ['each', 'remove', 'contains', 'unique', 'shuffle', 'max', 'min', 'sum', 'at2'])
    Array.prototype[name] = function () {
      return this;
    };
  Function.prototype.method = function () {
    return this;
  };
})();
