// The last step of `npm run check`: says what each language lacks. It fails nothing, so that a
// developer can add a message before anyone has translated it. `npm run release` is strict.
import {languageWarnings, readLocales} from './build/locales.mjs';
import {readWords} from './build/words.mjs';

const wordTags = readWords().map(({tag}) => tag);
for (const warning of languageWarnings(readLocales(), wordTags)) console.warn(`Warning: ${warning}`);
