/** Runs in the page before its own scripts. Records what the page stores, and which events it listens to. */
export function watchStores() {
  const stored = (globalThis.stored = []);
  const watch = (object, name) => {
    const native = object[name];
    object[name] = function (...rest) {
      stored.push(`${name} ${rest[0]}`);
      return native.apply(this, rest);
    };
  };
  for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key']) watch(Storage.prototype, name);
  for (const name of ['open', 'deleteDatabase', 'databases']) watch(IDBFactory.prototype, name);
  for (const name of ['open', 'has', 'match', 'keys', 'delete']) watch(CacheStorage.prototype, name);
  for (const name of ['get', 'getAll', 'set', 'delete']) watch(CookieStore.prototype, name);
  watch(ServiceWorkerContainer.prototype, 'register');
  watch(StorageManager.prototype, 'getDirectory');
  watch(Navigator.prototype, 'sendBeacon');
  const {addEventListener} = EventTarget.prototype;
  const heard = (globalThis.heard = new Set());
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    heard.add(type);
    return addEventListener.call(this, type, ...rest);
  };
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    get() {
      stored.push('cookie is read');
      return cookie.get.call(this);
    },
    set(value) {
      stored.push(`cookie ${value}`);
      cookie.set.call(this, value);
    },
  });
}
