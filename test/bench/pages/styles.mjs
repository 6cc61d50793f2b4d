// What all of these pages look like.
export const styles = `
  .columns { display: grid; grid-template-columns: 16em 1fr; gap: 2em; }
  .cards, .ais-InfiniteHits-list {
    display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20em, 100%), 1fr)); gap: 1em; align-content: start;
  }
  .cards:has(.ais-InfiniteHits) { display: block; }
  article { border: 1px solid #ccc; border-radius: .75em; padding: 1em; }
  fieldset label { display: block; }
  ul { display: flex; flex-wrap: wrap; gap: .5em; padding: 0; list-style: none; }
  @media (max-width: 600px) { .columns { display: block; } }
`;

export const addStyles = (parent) =>
  parent.append(Object.assign(document.createElement('style'), {textContent: styles}));
