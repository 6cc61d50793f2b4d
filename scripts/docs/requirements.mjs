// docs/requirements.md: what the widget must do, and which tests hold it.
import {readFileSync} from 'node:fs';
import {parse} from 'yaml';
import {readTaggedTests} from '../test/requirements.mjs';
import {readCriteria, withoutValues} from './criteria.mjs';

/** @returns {Record<string, string>} id -> what it demands */
export const readRequirements = () => ({
  ...Object.fromEntries(
    readCriteria()
      .filter(({id}) => id.startsWith('A-'))
      .map(({id, text}) => [id, text]),
  ),
  ...parse(readFileSync('test/requirements.yml', 'utf8')),
});

const GROUPS = {S: 'Security and robustness', A: 'Accessibility', I: 'Languages', E: 'Embedding'};
const escape = (text) => withoutValues(text).replace(/[<*_]/g, '\\$&');

export function renderRequirements() {
  const requirements = readRequirements();
  const tests = new Map(Object.keys(requirements).map((id) => [id, []]));
  for (const {file, suite, title, ids} of readTaggedTests())
    for (const id of ids) {
      if (!tests.has(id)) throw new Error(`${file}: test/requirements.yml has no ${id}.`);
      tests.get(id).push(`  - \`${file}\`: ${escape(suite && suite !== title ? `${suite}: ${title}` : title)}`);
    }
  const untested = [...tests.keys()].filter((id) => !tests.get(id).length);
  if (untested.length) throw new Error(`No test has the comment “// Requirement: ${untested.join(', ')}”.`);
  return Object.entries(GROUPS)
    .flatMap(([letter, group]) => {
      const ids = [...tests.keys()].filter((id) => id.startsWith(letter));
      return [`## ${group}\n`, ...ids.flatMap((id) => [`- **${id}** ${requirements[id]}`, ...tests.get(id)]), ''];
    })
    .join('\n');
}
