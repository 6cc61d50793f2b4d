// Setting `lang` on the widget changes its language.
const list = document.querySelector('good-practice-browser');
const select = document.querySelector('#language');
select.addEventListener('change', () => (list.lang = select.value));
// Some browsers restore the chosen option when the visitor returns to the page.
if (select.value !== 'en') list.lang = select.value;
