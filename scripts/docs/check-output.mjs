import {readFileSync} from 'node:fs';

/** What `check` says about the feed of the demo. The test of the command compares it. */
export const renderCheckOutput = () =>
  `\`\`\`\n${readFileSync('test/built/cli/golden/check-real.txt', 'utf8').trim()}\n\`\`\``;
