/** The pages of the demo, in the order of its menu. */
export const demoPages = {
  'index.html': 'Good practices',
  'collections.html': 'Collections',
  'shared-list.html': 'Shared lists',
  'follow.html': 'Follow a search',
  'search-engines.html': 'For search engines',
  'satellites.html': 'What’s new',
  'city.html': 'City pages',
  'two-languages.html': 'Two languages',
  'sidebar.html': 'In a sidebar',
  'overview.html': 'At a glance',
  'own-facets.html': 'Filters of your own',
  'plain.html': 'Plain page',
  'failing.html': 'Feed that fails',
  'gallery.html': 'Gallery',
  'tools/configure.html': 'Set up a list',
  'tools/template.html': 'Submit a practice',
  'tools/check.html': 'Check a feed',
};

export const renderMenu = (file) =>
  Object.entries(demoPages)
    .map(([page, name]) => {
      const current = file === `demo/${page}` ? ' aria-current="page"' : '';
      return `<li><a href="${page}"${current}>${name}</a></li>`;
    })
    .join('\n');
