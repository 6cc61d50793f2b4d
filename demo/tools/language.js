// The languages of the tools: English and French. Each tool has a file in texts/ with its own texts.
// In the page, `data-text="name"` says which text an element has, and `data-text-LABEL="name"` which one its attribute LABEL has.

/** Texts of the header and the footer, which all tools have. */
const shared = {
  en: {
    siteName: 'Tools of good-practice-browser',
    navLabel: 'Tools',
    navConfigure: 'Set up a list',
    navCheck: 'Check a feed',
    navTemplate: 'Submit a practice',
    languagesLabel: 'Language of this page',
    footer:
      'Do not publish this page: it is a tool for editors and webmasters. Open it from your own computer, or delete it from the server when you have finished.',
  },
  fr: {
    siteName: 'Outils de good-practice-browser',
    navLabel: 'Outils',
    navConfigure: 'Préparer une liste',
    navCheck: 'Vérifier un flux',
    navTemplate: 'Proposer une pratique',
    languagesLabel: 'Langue de cette page',
    footer:
      'Ne publiez pas cette page : c’est un outil pour les rédacteurs et les webmestres. Ouvrez-la depuis votre ordinateur, ou supprimez-la du serveur quand vous avez terminé.',
  },
};

const names = {en: 'English', fr: 'Français'};

/**
 * Writes the texts of a page in the language of `?lang=…`, otherwise in the first language of the
 * browser that there is, otherwise in English.
 * @param {Record<'en' | 'fr', Record<string, any>>} own the texts of the tool
 */
export function startLanguage(own) {
  const listeners = new Set();
  let language = chooseLanguage();

  /** A text, with the values in place of `{name}`. */
  const t = (name, values = {}) => {
    const text = own[language][name] ?? shared[language][name];
    if (text === undefined) throw new Error(`There is no text “${name}” in ${language}.`);
    return fill(text, values, language);
  };

  const show = () => {
    document.documentElement.lang = language;
    document.title = `${t('title')} – good-practice-browser`;
    for (const element of document.querySelectorAll('[data-text]'))
      element.replaceChildren(...withCode(t(element.dataset.text)));
    for (const element of document.querySelectorAll('*'))
      for (const {name, value} of element.attributes)
        if (name.startsWith('data-text-')) element.setAttribute(name.slice('data-text-'.length), t(value));
    showLanguages();
  };

  const showLanguages = () => {
    for (const list of document.querySelectorAll('[data-languages]'))
      list.replaceChildren(
        ...Object.entries(names).map(([tag, name]) => {
          const button = Object.assign(document.createElement('button'), {
            type: 'button',
            textContent: name,
            lang: tag,
          });
          button.setAttribute('aria-pressed', String(tag === language));
          button.addEventListener('click', () => choose(tag));
          return button;
        }),
      );
  };

  const choose = (tag) => {
    language = tag;
    show();
    document.querySelector(`[data-languages] [lang=${tag}]`)?.focus();
    for (const listener of listeners) listener();
  };

  show();
  return {
    t,
    /** All texts of the tool, for lists that are looked up by a name. */
    texts: own,
    /** The tag of the language. */
    get language() {
      return language;
    },
    /** Calls back when the language has changed, after the static texts of the page have. */
    onLanguage: (listener) => listeners.add(listener),
  };
}

function chooseLanguage() {
  const asked = [new URLSearchParams(location.search).get('lang'), ...navigator.languages];
  return asked.map((tag) => tag?.split('-')[0].toLowerCase()).find((tag) => tag && Object.hasOwn(shared, tag)) ?? 'en';
}

/** A text with plural forms is `{one: '…', other: '…'}`, chosen by the value `count`. */
function fill(text, values, language) {
  const form =
    typeof text === 'string' ? text : (text[new Intl.PluralRules(language).select(values.count)] ?? text.other);
  const spaced = language === 'fr' ? withFrenchSpaces(form) : form;
  return spaced.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return typeof value === 'number' ? value.toLocaleString(language) : (value ?? whole);
  });
}

/** The text as nodes, with `code` between backticks. */
export function withCode(text) {
  return text.split('`').map((part, i) => {
    if (i % 2 === 0) return part;
    const code = document.createElement('code');
    code.textContent = part;
    return code;
  });
}

/** No line begins with a colon or a quotation mark. */
const withFrenchSpaces = (text) => text.replace(/ (?=[:;?!»])/g, '\u00A0').replace(/« /g, '«\u00A0');
