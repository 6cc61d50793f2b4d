import {refuse} from './refuse.mjs';

/** The text of a version's section in the changelog, otherwise that of the section “Unreleased”. */
export function changesOf(changelog, version) {
  const sections = new Map(
    changelog
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [heading, ...lines] = section.split('\n');
        // A version may have its date behind it.
        return [heading.trim().split(/\s/)[0], lines.join('\n').trim()];
      }),
  );
  const changes = sections.get(version) ?? sections.get('Unreleased');
  if (!changes)
    refuse(`CHANGELOG.md says nothing below “## ${version}” or “## Unreleased”. Write there what has changed.`);
  return `${changes}\n`;
}
