document.querySelector('good-practice-browser').addEventListener('gpb-opened', ({detail}) => {
  document.querySelector('output').value = detail.title;
});
