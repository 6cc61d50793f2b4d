// With an inherited `get`, every description of a property is one too many.
Object.prototype.get = function (name) {
  return this[name];
};
