export const library = 'pagefind';
export const title = 'Pagefind';
export const settings =
  'static index, made outside the browser and loaded in pieces while searching; its heap is not known';
export const reads = 'pagefind';

/** @param {string} address of its script, which lies beside the index */
export async function build(address) {
  const pagefind = await import(/* @vite-ignore */ address);
  await pagefind.init();
  return {
    search: (text) => pagefind.search(text),
    // the records themselves are files, too: fetched for what is drawn
    async ids({results}) {
      const records = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return records.map(({url}) => Number(url.slice(1)));
    },
  };
}
