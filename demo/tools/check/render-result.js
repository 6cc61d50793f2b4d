// What was found, as elements: a sentence, what is in the feed, the findings with their lines, and the repaired feed.
import {element} from '../dom.js';
import {withCode} from '../language.js';

const severities = ['error', 'warning', 'note'];
/** How many places of one kind of finding are listed at most. */
const MAX_LISTED = 10;
/** Lines of the document before and after the place of a finding. */
const LINES_AROUND = 2;
/** Characters of a line that are shown, and how many of these are before the place. */
const LINE_LENGTH = 240;
const BEFORE_PLACE = 80;

/**
 * @param {object} shown
 * @param {{name: () => string, file?: string, isPasted?: boolean}} shown.source
 * @param {import('./check-pages.js').Checked} shown.checked
 * @param {import('../../../src/core/doctor/repair.js').Repair | null} shown.repair
 * @param {ReturnType<typeof import('../language.js').startLanguage>} locale
 * @param {(line: number) => void} goToLine selects a line of the pasted text
 */
export function renderResult({checked, repair, source}, {language, t, texts}, goToLine) {
  const {facts, isWhole, pages, reports} = checked;
  const findings = reports.flatMap((report, i) =>
    report.findings.map((finding) => ({
      ...finding,
      lines: pages[i]?.lines ?? [],
      page: reports.length > 1 ? report.address : '',
    })),
  );
  const own = texts[language].findings;

  const status = `${sentence(reports, source.name(), t)} ${countFindings(findings, t)}`;
  const kinds = severities.flatMap((severity) => [
    ...Map.groupBy(
      findings.filter((finding) => finding.severity === severity),
      ({code, hint}) => code + hint,
    ).values(),
  ]);
  // The place of a finding in a table is its row.
  const isTable = facts?.format === 'csv';
  const context = {isTable, goToLine: source.isPasted ? goToLine : null, language, own, t};
  const nodes = [
    facts && renderFacts(facts, language, t, texts[language].formats),
    !isWhole && element('p', {}, t('unread', {count: pages.length})),
    kinds.length > 0 && element('p', {className: 'hint'}, t('severities')),
    element('ul', {className: 'findings', role: 'list'}, ...kinds.map((kind) => renderKind(kind, context))),
    repair && renderRepair(repair, fileName(source.file), isTable, language, own, t),
  ];
  const level = severities.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'good';
  return {status, level, nodes: nodes.filter(Boolean)};
}

function sentence(reports, name, t) {
  const sum = (key) => reports.reduce((total, report) => total + report[key], 0);
  const [count, records] = [sum('practices'), sum('records')];
  if (!count) return t(reports.every(({isReadable}) => isReadable) ? 'nothing' : 'unreadable', {name});
  return count === records ? t('allShown', {name, count}) : t('someShown', {name, count, records});
}

function countFindings(findings, t) {
  const counts = severities
    .map((severity) => [`${severity}s`, findings.filter((finding) => finding.severity === severity).length])
    .filter(([, count]) => count)
    .map(([name, count]) => t(name, {count}));
  return counts.length ? `${counts.join(', ')}.` : t('perfect');
}

/** `WordPress · 37 practices · no cities`. What is missing is marked. */
function renderFacts(facts, language, t, formats) {
  const counted = (name, none) => (facts[name] ? t(name, {count: facts[name]}) : missing(t(none)));
  const [from, to] = facts.years ?? [];
  const names = new Intl.DisplayNames(language, {type: 'language', fallback: 'code'});
  const languages = new Intl.ListFormat(language).format(facts.languages.slice(0, 5).map((tag) => names.of(tag)));
  const items = [
    formats[facts.format],
    facts.pages > 1 && t('pages', {count: facts.pages}),
    counted('cities', 'noCities'),
    counted('countries', 'noCountries'),
    counted('topics', 'noTopics'),
    // Years have no thousands separator.
    facts.years
      ? from === to
        ? String(from)
        : t('years', {from: String(from), to: String(to)})
      : missing(t('noYears')),
    languages && t('languages', {languages}),
  ].filter(Boolean);
  const list = element('ul', {className: 'facts', role: 'list'}, ...items.map((item) => element('li', {}, item)));
  list.setAttribute('aria-label', t('factsLabel'));
  return list;
}

const missing = (text) => element('span', {className: 'missing'}, text);

/** All findings of one kind: the problem, its places, and how to fix it. */
function renderKind(kind, context) {
  const {isTable, language, own, t} = context;
  const [{code, hint, message, severity}] = kind;
  // The feed check speaks English. In another language, its message follows as a detail.
  const [title, remedy] = language === 'en' ? [message, hint] : own[code];
  const label = element('span', {className: 'severity'}, `${t(severity)} `);
  const places = kind.slice(0, MAX_LISTED).map((finding, i) => renderPlace(finding, i, context));
  const more = kind.length - MAX_LISTED;
  return element(
    'li',
    {className: `finding ${severity}`},
    element('h3', {}, label, ...withCode(title)),
    element('ul', {className: 'places', role: 'list'}, ...places),
    more > 0 ? element('p', {}, t('more', {count: more})) : '',
    element('p', {}, element('b', {}, t('fix')), ' ', ...(language === 'en' ? [remedy] : withCode(remedy))),
    ...tipsFor(code, isTable, t).map((tip) => element('p', {}, ...withCode(tip))),
  );
}

/** The columns of a table that people need most. Each of the names is known to the widget. */
const COLUMNS = 'title city country period topics summary text url image contact';

/** What helps on this page, beside the hint that the command gives as well. */
function tipsFor(code, isTable, t) {
  if (code === 'network') return [t('fetchTip')];
  const isAboutNames = code === 'unknown-field' || code === 'not-a-feed';
  if (!isAboutNames || (code === 'unknown-field' && !isTable)) return [];
  return [t('columnsTip', {names: COLUMNS.replace(/\w+/g, '`$&`').replaceAll(' ', ', ')})];
}

/** Opens at the line of the finding. The first one is open. */
function renderPlace(finding, index, {goToLine, isTable, language, t}) {
  const {column, count, line, lines, message, page, pointer} = finding;
  const detail =
    language !== 'en'
      ? element('span', {className: 'detail', lang: 'en'}, message)
      : index > 0
        ? element('span', {className: 'detail'}, message)
        : '';
  const where = page ? ` ${t('inPage', {page})}` : '';
  const name = count > 1 ? 'firstLine' : 'line';
  const at = line ? t(isTable ? `${name}OfTable` : name, {line, column, count}) : pointer ? '' : t('whole');
  const words = [at + where, pointer].filter(Boolean).join(' · ');
  if (!line) return element('li', {}, detail, detail ? ' ' : '', words);
  const summary = element('summary', {}, words);
  const source = renderSource(lines, line, isTable ? 0 : column);
  const jump = goToLine && element('button', {type: 'button', className: 'plain'}, t('goToLine'));
  jump?.addEventListener('click', () => goToLine(line));
  const details = element('details', {open: index === 0}, summary, source, ...(jump ? [jump] : []));
  return element('li', {}, detail, details);
}

/**
 * The lines around a place, with their numbers. The line of the place is marked, and in it the value
 * at the column, if there is one.
 */
function renderSource(lines, line, column) {
  const start = Math.max(1, line - LINES_AROUND);
  const end = lines[lines.length - 1] === '' ? lines.length - 1 : lines.length;
  const items = lines.slice(start - 1, Math.min(end, line + LINES_AROUND)).map((text, i) => {
    if (start + i !== line) return element('li', {}, clip(text, 0));
    const item = element('li', {className: 'marked'}, ...(column ? markValue(text, column - 1) : [clip(text, 0)]));
    item.setAttribute('aria-current', 'true');
    return item;
  });
  const list = element('ol', {className: 'source', start}, ...items);
  list.style.setProperty('--digits', String(String(line + LINES_AROUND).length));
  // It scrolls, so that the keyboard must reach it.
  list.tabIndex = 0;
  return list;
}

/** A line, with the value that begins at an offset marked. */
function markValue(text, offset) {
  const from = Math.max(0, offset - BEFORE_PLACE);
  // No more than is shown: the pattern fails on a text of millions of characters.
  const [value] = VALUE.exec(text.slice(offset, offset + LINE_LENGTH + 1));
  const marked = value || text[offset] || ' ';
  const before = (from ? '…' : '') + text.slice(from, offset);
  const after = marked.length > LINE_LENGTH ? '' : clip(text, offset + marked.length);
  return [before, element('mark', {}, clip(marked, 0)), after];
}

/** A text, a sign or a word of JSON. */
const VALUE = /^(?:"(?:[^"\\]|\\.)*"?|[[\]{},:]|[^\s,\]}]+)?/;

const clip = (text, from) => text.slice(from, from + LINE_LENGTH) + (text.length > from + LINE_LENGTH ? '…' : '');

function renderRepair({corrected, left, leftOut, practices, text}, file, isTable, language, own, t) {
  const remaining = left.findings.filter(({severity}) => severity !== 'note');
  const problems = remaining.map(({code, message}) => (language === 'en' ? message : own[code][0]));
  const link = element(
    'a',
    {className: 'button main', download: file, href: URL.createObjectURL(new Blob([text], {type: 'application/json'}))},
    t('download', {file}),
  );
  const heading = element('h3', {id: 'repair-heading'}, t('repairHeading'));
  const section = element(
    'section',
    {className: 'repair'},
    heading,
    element('p', {}, t('repairIntro', {count: practices})),
    ...renderList(t('corrected'), named(corrected, own, t)),
    ...renderList(t('leftOut'), named(leftOut, own, t)),
    ...renderList(t('left'), [...new Set(problems)]),
    remaining.length ? '' : element('p', {}, t('noneLeft')),
    isTable ? element('p', {}, t('repairedTable')) : '',
    element('p', {className: 'buttons'}, link),
  );
  section.setAttribute('aria-labelledby', heading.id);
  return section;
}

/** What findings are called, and how many times there are. */
const named = (counts, own, t) =>
  [...counts].map(([code, count]) => (count > 1 ? t('times', {title: own[code][0], count}) : own[code][0]));

function renderList(title, names) {
  if (!names.length) return [];
  const items = names.map((name) => element('li', {}, ...withCode(name)));
  return [element('p', {className: 'list-title'}, title), element('ul', {}, ...items)];
}

/** `practices.csv` becomes `practices-repaired.json`. */
const fileName = (name = '') => `${name.replace(/\.\w{1,5}$/, '') || 'practices'}-repaired.json`;
