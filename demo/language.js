// The list speaks the language that is chosen here: this is all it takes.
const list = document.querySelector('good-practice-browser');
const select = document.querySelector('#language');
select.addEventListener('change', () => (list.lang = select.value));
// Some browsers keep what was chosen when they come back.
if (select.value !== 'en') list.lang = select.value;
