import 'good-practice-browser/define.js';

const browser = document.querySelector('good-practice-browser');
browser.hitsPerPage = 5;
browser.addEventListener('gpb-opened', ({detail}) => {
  document.querySelector('output').value = detail.title;
});
