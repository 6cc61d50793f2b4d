/**
 * Accepts a file that is dropped anywhere on the page. The browser would open a file that misses
 * the box. Everything else that is dragged, such as a text into a field, is left to the browser.
 * @param {HTMLElement} box has the class `over` while a file is dragged
 * @param {(file: File) => void} accept
 */
export function acceptFiles(box, accept) {
  const onFiles = (type, handle) =>
    document.addEventListener(type, (event) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      handle(event.dataTransfer.files);
    });
  onFiles('dragover', () => box.classList.add('over'));
  onFiles('drop', ([file]) => {
    if (file) accept(file);
  });
  for (const end of ['dragleave', 'drop', 'dragend'])
    document.addEventListener(end, () => box.classList.remove('over'));
}
