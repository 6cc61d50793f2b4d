import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path/posix';
import {readMarkdown} from './markdown.mjs';

/** Links to other sites are not checked, so that the check needs no network. */
const isElsewhere = (url) => /^[a-z][a-z\d+.-]*:|^\/\//i.test(url);

/** Each link of a page that leads to no file, or to no heading of a page. */
export function checkLinks({file, anchors, links}) {
  const anchorsOf = (target) =>
    target === file ? anchors : readMarkdown(target, readFileSync(target, 'utf8')).anchors;
  return links
    .filter(({url}) => url && !isElsewhere(url))
    .flatMap(({url, line}) => {
      const [path, anchor = ''] = decodeURIComponent(url).split('#');
      const isFromRoot = path.startsWith('/');
      const target = path ? normalize(join(isFromRoot ? '.' : dirname(file), path)) : file;
      if (target.startsWith('..')) return {file, line, message: `${url} is outside the repository.`};
      // The page itself may be a text that is not saved.
      if (target !== file && !existsSync(target)) return {file, line, message: `${url}: there is no file ${target}.`};
      if (anchor && target.endsWith('.md') && !anchorsOf(target).has(anchor))
        return {file, line, message: `${url}: ${target} has no heading for #${anchor}.`};
      return [];
    });
}
