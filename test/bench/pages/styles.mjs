// What all of these pages look like.
export const styles = `
  .columns { display: grid; grid-template-columns: 16em 1fr; gap: 2em; }
  .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(20em, 1fr)); gap: 1em; align-content: start; }
  article { border: 1px solid #ccc; border-radius: .75em; padding: 1em; }
  fieldset label { display: block; }
  ul { display: flex; flex-wrap: wrap; gap: .5em; padding: 0; list-style: none; }
`;
