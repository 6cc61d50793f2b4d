// What Senna.js 2.8 (Liferay) does with links, the history and the page: after its App.js, Surface.js and HtmlScreen.js. It comes in pieces
// that a bundler would have to put together.
(() => {
  const pathOf = ({pathname, search, hash}) => pathname + search + hash;
  const currentPath = () => location.pathname + location.search;
  let activePath = pathOf(location);
  let browserPathBeforeNavigate = currentPath();

  async function navigate(path, replaceHistory) {
    const html = await (await fetch(path)).text();
    const virtualDocument = document.createElement('html');
    virtualDocument.innerHTML = html;
    const title = virtualDocument.querySelector('title').textContent;
    const state = {form: false, path, redirectPath: path, scrollLeft: 0, scrollTop: 0, senna: true};
    state.referrer = location.href;
    history[replaceHistory || path === activePath ? 'replaceState' : 'pushState'](state, title, path);
    document.querySelector('title').innerHTML = title;
    // the new content beside the old one, which goes when there was time for a transition
    const surface = document.querySelector('#content');
    const from = surface.firstElementChild;
    const to = document.createElement('div');
    to.append(...virtualDocument.querySelector('#content').firstElementChild.childNodes);
    surface.append(to);
    from.style.display = 'none';
    await Promise.resolve();
    from.remove();
    activePath = path;
    browserPathBeforeNavigate = currentPath();
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!link || new URL(link.href).origin !== location.origin) return;
    event.preventDefault();
    void navigate(pathOf(new URL(link.href)));
  });
  addEventListener('popstate', ({state}) => {
    if (currentPath() === browserPathBeforeNavigate) return;
    if (!state && !location.hash) location.reload();
    else if (state?.senna) void navigate(state.path, true);
  });
})();
