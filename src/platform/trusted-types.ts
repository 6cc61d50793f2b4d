import {isOwnScript} from '#own-files';

declare global {
  /** The one global of ours. */
  var GoodPracticeBrowser: {readonly version: string} | undefined;
}

/** A Trusted Types policy. What it makes are not strings, but the DOM's types ask for strings. */
export interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

const NAME = 'good-practice-browser';

/** Version of the copy of this script that was here first, if any. An element that the page gave this id has no version. */
const first: unknown = globalThis.GoodPracticeBrowser?.version;
export const earlierVersion: string | undefined = typeof first === 'string' ? first : undefined;

const {trustedTypes} = globalThis as {trustedTypes?: {createPolicy(name: string, rules: Policy): Policy}};

function createPolicy(): Policy | undefined {
  // A page that lists the name may do so for one policy only: a second copy, which will not start, must not ask.
  if (earlierVersion !== undefined) return undefined;
  try {
    return trustedTypes?.createPolicy(NAME, {
      // Lit's templates, which are constants of ours; and text on its way into the inert document of safe-html.ts.
      createHTML: (html) => html,
      createScriptURL(url) {
        if (isOwnScript(url)) return url;
        throw new TypeError(`${url} is not a script of ${NAME}`);
      },
    });
  } catch {
    return undefined;
  }
}

/**
 * The one policy of this house; undefined where the browser has no Trusted Types or the page does not allow our name.
 * The build points the bundled Lit at it, so that a page needs to allow one name only.
 */
export const policy: Policy | undefined = createPolicy();

/** Whether a string still becomes DOM, as it came: the page may not enforce Trusted Types, or have a default policy. */
function canParse(): boolean {
  try {
    const probe = document.createElement('div');
    // oxlint-disable-next-line house/no-sink -- a constant, into an element that nobody sees
    probe.innerHTML = '<!---->';
    return probe.firstChild !== null;
  } catch {
    return false;
  }
}

/** The page enforces Trusted Types and does not allow our policy: Lit could not draw anything. */
export const isBlocked: boolean = !!trustedTypes && !policy && earlierVersion === undefined && !canParse();
