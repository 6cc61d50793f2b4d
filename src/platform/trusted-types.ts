import {isOwnScript} from '#own-files';

declare global {
  /** The only global variable of the widget. */
  var GoodPracticeBrowser: {readonly version: string} | undefined;
}

/** A Trusted Types policy. It returns trusted objects, but the types of the DOM expect strings. */
export interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

const NAME = 'good-practice-browser';

/**
 * The version of an earlier copy of this script on the page, if there is one. An element of the
 * page with this id has no version.
 */
const first: unknown = globalThis.GoodPracticeBrowser?.version;
export const earlierVersion: string | undefined = typeof first === 'string' ? first : undefined;

const {trustedTypes} = globalThis as {trustedTypes?: {createPolicy(name: string, rules: Policy): Policy}};

function createPolicy(): Policy | undefined {
  // A page may allow the name for one policy only. A second copy, which does not start, must not
  // create another.
  if (earlierVersion !== undefined) return undefined;
  try {
    return trustedTypes?.createPolicy(NAME, {
      // For the constant templates of Lit, and for text that goes into the inert document of
      // safe-html.ts.
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
 * The policy of the widget. Undefined if the browser has no Trusted Types, or the page does not
 * allow our name. The build makes the bundled Lit use it, so that a page needs to allow one name
 * only.
 */
export const policy: Policy | undefined = createPolicy();

/**
 * Whether the DOM accepts a plain string: the page may not enforce Trusted Types, or may have a
 * default policy.
 */
function canParse(): boolean {
  try {
    const probe = document.createElement('div');
    // oxlint-disable-next-line project/no-sink -- a constant, into an element that nobody sees
    probe.innerHTML = '<!---->';
    return probe.firstChild !== null;
  } catch {
    return false;
  }
}

/**
 * Whether the page enforces Trusted Types and does not allow our policy. Then Lit could not draw
 * anything.
 */
export const isBlocked: boolean = !!trustedTypes && !policy && earlierVersion === undefined && !canParse();
