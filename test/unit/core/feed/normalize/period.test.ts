import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import {readPeriod, readPlainPeriod} from '../../../../../src/core/feed/normalize/period.js';
import type {YearSpan} from '../../../../../src/core/practice.js';

/** `2014-2016`, `2014-` is ongoing, `-2016` has an end only, `-` is ongoing without a year, and empty is nothing. */
const show = ({from, to, ongoing}: YearSpan): string =>
  to === null && !ongoing ? '' : `${from ?? ''}-${to === null ? '' : to}`;

/** What a rule reads: `text => span`, a line each. */
const rules: Record<string, string> = {
  'every shape in the feed of the Intercultural Cities': `
    2006 onwards => 2006-
    2007-on going => 2007-
    2009 - ongoing => 2009-
    2009-ongoing => 2009-
    2010 => 2010-2010
    2011 - ongoing => 2011-
    2011- => 2011-
    2012 onwards => 2012-
    2013- => 2013-
    2017-2018 => 2017-2018
    2018-2022 (still in use) => 2018-
    2019-2021 => 2019-2021
    2021 - 2024 => 2021-2024
    21 June 2018 => 2018-2018
    2nd half 2021 => 2021-2021
    8-11 September 2016 => 2016-2016
    April to November 2021 => 2021-2021
    Each year in March => -
    Four months from March to June 2017 (pilot in one neighbourhood) => 2017-2017
    From 2018 - ongoing => 2018-
    From 2021 to 2027 => 2021-2027
    January - February 2018 => 2018-2018
    June 2017 => 2017-2017
    Ongoing => -
    Ongoing activities => -
    Permanent since 2012 => 2012-
    Since 2008 => 2008-
    Since 2017 - Ongoing => 2017-
    current => -
    mai 2016 => 2016-2016
    permanent => -`,

  'ranges, whatever stands between': `
    2018–2022 => 2018-2022
    2018 — 2022 => 2018-2022
    2018‑2022 => 2018-2022
    2018−2022 => 2018-2022
    2018 to 2022 => 2018-2022
    2016 through 2018 => 2016-2018
    2018 -> 2020 => 2018-2020
    2018 & 2019 => 2018-2019
    2018/2019 => 2018-2019
    2018.2019 => 2018-2019
    between 2012 and 2015 => 2012-2015
    tra il 2015 e il 2018 => 2015-2018
    de 2015 à 2019 => 2015-2019
    von 2015 bis 2019 => 2015-2019
    od 2014 do 2019 => 2014-2019
    з 2014 по 2019 рік => 2014-2019
    desde março de 2018 a junho de 2019 => 2018-2019
    vuosina 2014–2018 => 2014-2018
    Från 2010 till 2015 => 2010-2015
    2014 — 2015 — 2016 => 2014-2016
    2022-2018 => 2018-2022
    2022/2018 => 2018-2022
    Mid-2016 to mid-2018 => 2016-2018
    School year 2017-2018 => 2017-2018
    3 years (2018-2021) => 2018-2021
    2018 - Spring 2019 => 2018-2019
    2014–2020 programme, continued 2021–2027 => 2014-2027`,

  'ends in two digits': `
    2011-14 => 2011-2014
    2018–22 => 2018-2022
    2018 - 22 => 2018-2022
    2018/19 => 2018-2019
    2018 / 19 => 2018-2019
    2016-’18 => 2016-2018
    FY 2018/19 => 2018-2019
    Schuljahr 2010/11 => 2010-2011
    2011/12-2013/14 => 2011-2014
    2017/2018 and 2018/2019 => 2017-2019
    2008-09 => 2008-2009
    2011-12 => 2011-2012
    2015-17 and ongoing => 2015-
    From 2015-18 => 2015-2018`,

  'dates and months': `
    23/02/2019 => 2019-2019
    23.02.2019 => 2019-2019
    23. 02. 2019 => 2019-2019
    2019-02-23 => 2019-2019
    2019/02/23 => 2019-2019
    2010-11-12 => 2010-2010
    2019-02-23T10:00:00.000Z => 2019-2019
    23/02/2019 10:00 => 2019-2019
    2011-03 => 2011-2011
    1998-02 => 1998-1998
    2018-2 => 2018-2018
    11/2015 => 2015-2015
    11.2015 – 12.2016 => 2015-2016
    12/2018-11/2019 => 2018-2019
    03/2008-11/2008 => 2008-2008
    01/2018 - 12/2020 => 2018-2020
    01.01.2018 - 31.12.2018 => 2018-2018
    2018-01-01/2019-12-31 => 2018-2019
    2018-03 – 2019-06 => 2018-2019
    1 March 2017 – 30 June 2019 => 2017-2019
    2018 – 30 June 2019 => 2018-2019
    June 2018 - 22 July 2018 => 2018-2018
    Sept. 2016 – Dec. 2017 => 2016-2017
    24 & 25 May 2014 => 2014-2014
    Q3 2019 => 2019-2019
    c. 2014 => 2014-2014
    FY2018 => 2018-2018
    2020г. => 2020-2020
    2014 m. => 2014-2014
    junio de 2018 => 2018-2018
    end of 2017 => 2017-2017
    start of 2018 => 2018-2018
    planned for 2025 => 2025-2025
    Running in June 2017 => 2017-2017
    Implemented in 2016 => 2016-2016`,

  'months or days that run from one to another within a year': `
    From March to June 2017 => 2017-2017
    from 8 to 11 May 2018 => 2018-2018
    from 8-11 September 2016 => 2016-2016
    March until June 2017 => 2017-2017
    von März bis Juni 2017 => 2017-2017
    Mai bis Juni 2010 => 2010-2010
    de mars à juin 2017 => 2017-2017
    desde marzo a junio de 2017 => 2017-2017
    dal 3 al 5 giugno 2018 => 2018-2018
    da marzo a giugno 2017 => 2017-2017
    od marca do czerwca 2010 => 2010-2010
    2018, from March to June => 2018-2018
    June 2018 to August => 2018-2018
    Monday to Friday 2018 => 2018-2018`,

  'since and from': `
    from 2018 => 2018-
    as from 2018 => 2018-
    as of 2018 => 2018-
    starting in 2018 => 2018-
    Started 2018 => 2018-
    Start: 2014 => 2014-
    Launched in 2015 => 2015-
    Established in 2009 and ongoing => 2009-
    since mid-2014 => 2014-
    since June 2018 => 2018-
    Since June 1, 2018 => 2018-
    from 1 June 2018 => 2018-
    from 01-06-2018 => 2018-
    since its launch in 2015 => 2015-
    Part-time since 2018 => 2018-
    Start-up programme 2018 => 2018-2018
    since 2014/15 => 2014-
    Since 2008 (with a break in 2012) => 2008-
    2012 and since 2014 => 2012-
    Annual since 2012 => 2012-
    Since March => -
    From March =>
    depuis 2014 => 2014-
    Depuis janvier 2014 => 2014-
    à partir de 2019 => 2019-
    A partir du 1er janvier 2019 => 2019-
    a partir do ano 2018 => 2018-
    Dès 2018 => 2018-
    Nuit des musées 2018 => 2018-2018
    seit 2014 => 2014-
    Seit 1. Mai 2010 => 2010-
    Ab Herbst 2010 => 2010-
    desde 2014 => 2014-
    Desde setembro de 2015 => 2015-
    des del 2010 => 2010-
    dal 2014 => 2014-
    Da marzo 2010 => 2010-
    Semana da Juventude 2018 => 2018-2018
    vanaf 2014 => 2014-
    sinds september 2010 => 2010-
    sedan 2014 => 2014-
    Siden 2010 => 2010-
    Fra og med 2010 => 2010-
    2014 alkaen => 2014-
    od 2014 r. => 2014-
    з 2014 року => 2014-
    с 2014 года => 2014-
    από το 2014 => 2014-
    Din 2010 => 2010-`,

  'open ends': `
    1982- => 1982-
    2013 – => 2013-
    2011 — … => 2011-
    2010, 2012, 2013... => 2010-
    2016+ => 2016-
    2018-2022+ => 2018-
    2014-2016- => 2014-
    2018 → => 2018-
    2018 - ? => 2018-
    (2013-) => 2013-
    2014 and ongoing => 2014-
    2014 onward => 2014-
    2014 and beyond => 2014-
    Spring 2018 onwards => 2018-
    2014 en adelante => 2014-
    2018, still running => 2018-
    2018 - present => 2018-
    2016 - today => 2016-
    2014-now => 2014-
    2014 - nå => 2014-
    2014–heute => 2014-
    2014, running => 2014-
    De 2014 à nos jours => 2014-
    2014 - a decorrer => 2014-
    2014 – aujourd’hui => 2014-
    2014 - oggi => 2014-
    2014 - atualidade => 2014-
    2010 - σήμερα => 2010-
    2014-2016 and 2018 onwards => 2014-
    Phase 1: 2014-2016; Phase 2: 2018- => 2014-
    2020 pilot, 2021 ongoing => 2020-
    2014 to present (review in 2018) => 2014-
    2018 - Spring => 2018-2018
    2018 (TBC) => 2018-2018
    2018 to be confirmed => 2018-2018`,

  'up to now, in whatever words': `
    2014 to date => 2014-
    1994 – up to now => 1994-
    2018 until further notice => 2018-
    From September 2018 until now => 2018-
    2015 bis heute => 2015-
    2014 bis dato => 2014-
    2014 hasta la fecha => 2014-
    de 2014 a la actualidad => 2014-
    desde 2014 até à data => 2014-
    dal 2014 ad oggi => 2014-
    2014 à ce jour => 2014-
    2014 tot heden => 2014-
    2014 fram til nå => 2014-
    od 2014 do danas => 2014-
    2014 έως σήμερα => 2014-
    с 2014 г. по настоящее время => 2014-
    until now => -`,

  'until, and ended': `
    until 2019 => -2019
    to 2019 => -2019
    until June 2019 => -2019
    until the end of 2019 => -2019
    until June 1, 2019 => -2019
    ran until 2019 => -2019
    – 2019 => -2019
    jusqu'en 2019 => -2019
    jusqu’à 2019 => -2019
    bis 2019 => -2019
    hasta 2019 => -2019
    fino al 2019 => -2019
    até 2019 => -2019
    do 2019 roku => -2019
    μέχρι το 2019 => -2019
    ended in 2019 => -2019
    completed 2018 => -2018
    Finalizado en 2015 => -2015
    2015 (ended) => 2015-2015
    2017-2019, completed => 2017-2019
    since 2014 until 2019 => 2014-2019
    started in 2014, ended 2019 => 2014-2019
    Start 2014, end 2016 => 2014-2016
    2018 onwards, ended 2020 => 2018-2020
    2014- (discontinued) => 2014-2014
    to be launched in 2025 => 2025-
    to be completed in 2025 => -2025
    Ended =>`,

  'an end that is said is an end, as nobody here knows what year it is': `
    ongoing until 2025 => -2025
    ongoing (until 2027) => -2027
    2020 - ongoing (until 2025) => 2020-2025
    Ongoing 2018-2022 => 2018-2022
    2018-2022 ongoing => 2018-
    2016-2018 (extended until 2020) => 2016-2020`,

  'ongoing without a year': `
    On-going => -
    on going => -
    It is an ongoing project => -
    in use => -
    Running => -
    Open-ended => -
    no end date => -
    Continuous => -
    en cours => -
    En curso => -
    em curso => -
    in corso => -
    În curs => -
    laufend => -
    løbende => -
    löpande => -
    pågående => -
    Doorlopend => -
    Actualmente => -`,

  'what comes again': `
    annual => -
    Annually, in May => -
    every year => -
    yearly => -
    Every Wednesday => -
    All year round => -
    chaque année => -
    tous les ans => -
    Cada año en marzo => -
    Todos os anos => -
    Ogni anno a marzo => -
    Jedes Jahr im März => -
    Every year since 2012 => 2012-
    every year from 2012 to 2016 => 2012-2016
    2016 (annual) => 2016-2016`,

  denials: `
    not ongoing any more =>
    no longer running =>
    not permanent =>
    non-permanent =>
    läuft nicht mehr =>
    n’est plus en cours =>
    2014-2016, no longer active => 2014-2016
    since 2015, no longer running => 2015-2015
    No longer ongoing since 2019 => -2019
    Closed since 2019 => -2019
    suspended since 2020 => -2020
    2025, not yet started => 2025-2025
    never ended, started 2014 => 2014-
    not yet finished, began 2015 => 2015-
    2018, no end date => 2018-
    ongoing, no end date => -`,

  'several years': `
    2012, 2014 and 2016 => 2012-2016
    2018 2019 => 2018-2019
    2014/2015/2016 => 2014-2016
    2009-2011 and 2013-2015 => 2009-2015
    Summer 2018 and summer 2019 => 2018-2019`,

  decades: `
    2010s => 2010-2019
    the 1990s => 1990-1999
    1990’s => 1990-1999
    early 2000s => 2000-2009
    1990er Jahre => 1990-1999
    1990-talet => 1990-1999
    les années 1990 => 1990-1999
    les années 2010 et 2012 => 2010-2012
    anni 2010-2012 => 2010-2012
    1980s-1990s => 1980-1999
    from the 1980s to 2005 => 1980-2005
    since the early 2000s => 2000-
    2015s => 2015-2015
    the 90s =>`,

  'what is no year': `
    19th century =>
    12345 =>
    1799 =>
    2100 =>
    '18 =>
    01/01/18-31/12/18 =>
    24 months =>
    2 years =>
    €2000 =>
    2000 € =>
    2018, €2000 => 2018-2018
    2018 €300 => 2018-2018
    2018, 300 participants => 2018-2018
    2018 (300 participants) => 2018-2018
    1800 => 1800-1800
    2099 => 2099-2099`,

  'what says nothing': `
     =>
    - =>
    ? =>
    … =>
    N/A =>
    n.a. =>
    TBC =>
    tbd =>
    unknown =>
    not specified =>
    none =>
    not yet started =>
    __proto__ =>`,

  'digits and spaces of other kinds': `
    ２０１８－２０２２ => 2018-2022
    2018\u00a0–\u202f2022 => 2018-2022
    \u200e2018\u200f => 2018-2018
    20\u200b18 => 2018-2018
    \u2066Since\u2069 2018 => 2018-`,
};

/** What periods are made of. */
const piece = fc.constantFrom(
  ...'2014 2018 1999 2020 2011-14 2018/19 23/02/2019 1990s 12 3 - – , . ( ) / + ? since from to until ongoing ended not March'.split(' '),
  ...'depuis bis hasta od є каждый 2000 2099 12345 € no annual années in the 0113 20 99 ...'.split(' '),
); // prettier-ignore
const phrase = fc
  .array(piece, {maxLength: 9})
  .chain((pieces) => fc.constantFrom('', ' ').map((separator) => pieces.join(separator)));
const anyText = fc.oneof(phrase, fc.string({unit: 'binary'}), fc.string({unit: 'grapheme', maxLength: 400}));

describe('readPeriod', () => {
  for (const [rule, lines] of Object.entries(rules)) {
    describe(rule, () => {
      for (const line of lines.split('\n').slice(1)) {
        const [text = '', span = ''] = line.slice(4).split(/ => ?/);
        it(`reads ${JSON.stringify(text)} as ${span || 'nothing'}`, () => {
          expect(show(readPeriod(text))).to.equal(span.trim());
        });
      }
    });
  }

  it('gives null, null and false where there is nothing to read', () => {
    expect(readPeriod('')).to.deep.equal({from: null, to: null, ongoing: false});
  });

  it('has no end while it is ongoing', () => {
    expect(readPeriod('2018-2022 (still in use)')).to.deep.equal({from: 2018, to: null, ongoing: true});
  });

  it('makes a valid span of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const {from, to, ongoing} = readPeriod(text);
        for (const year of [from, to]) if (year !== null) expect(year).to.be.within(1800, 2099);
        if (from !== null && to !== null) expect(from).to.be.at.most(to);
        expect(to !== null && ongoing, 'ended and ongoing').to.equal(false);
        if (from !== null && to === null) expect(ongoing, 'open and not ongoing').to.equal(true);
      }),
      {numRuns: 2000},
    );
  });

  it('makes up no year', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const digits = text.normalize('NFKC');
        const {from, to} = readPeriod(text);
        if (from !== null) expect(digits).to.include(String(from));
        if (to === null) return;
        const isWritten =
          digits.includes(String(to)) || new RegExp(`\\d\\d\\s?[-–/]\\s?${String(to).slice(2)}`).test(digits);
        const isDecade = to % 10 === 9 && (digits.includes(`${to - 9}s`) || /années/.test(digits));
        expect(isWritten || isDecade, String(to)).to.equal(true);
      }),
      {numRuns: 2000},
    );
  });

  it('cares neither for case nor for white space and kinds of dashes', () => {
    fc.assert(
      fc.property(phrase, fc.constantFrom(...'‐‑‒–—―−﹣－'), (text, dash) => {
        const span = readPeriod(text);
        for (const same of [
          ` \n\t${text}\u00a0 `.replace('\n', ' '),
          text.toUpperCase(),
          text.toLowerCase(),
          text.replace(/[-–]/g, dash),
          text.replace(/ /g, '\u00a0'),
          `\u2068${text}\u2069`,
          text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
        ]) {
          expect(readPeriod(same), same).to.deep.equal(span);
        }
      }),
      {numRuns: 1000},
    );
  });

  it('reads the first 300 characters, so that no text keeps a page waiting', () => {
    expect(show(readPeriod(`${' '.repeat(290)}2018`))).to.equal('2018-2018');
    expect(show(readPeriod(`${' '.repeat(300)}2018`))).to.equal('');
  });
});

describe('readPlainPeriod', () => {
  const plain = `
    Ongoing => -
    On-going => -
    still in use => -
    en cours => -
    laufend => -
    Since 2018 => 2018-
    since 2017 - ongoing => 2017-
    From 2018 - ongoing => 2018-
    2022 onwards => 2022-
    2018 to present => 2018-
    2009-ongoing => 2009-
    2018, ongoing => 2018-
    Ongoing since 2018 => 2018-
    Depuis 2014 => 2014-
    ab 2015 => 2015-
    2015 to 2019 => 2015-2019
    from 2015 until 2019 => 2015-2019
    desde 2015 hasta 2019 => 2015-2019
    until 2019 => -2019
    bis 2019 => -2019`;
  for (const line of plain.split('\n').slice(1)) {
    const [text = '', span = ''] = line.trim().split(' => ');
    it(`finds no more than ${span} in ${JSON.stringify(text)}`, () => {
      expect(show(readPlainPeriod(text)!)).to.equal(span);
    });
  }

  for (const text of [
    'Since May 2018',
    'since 23/02/2019',
    '2018-ongoing (pilot)',
    'Ongoing activities',
    'Since about 2018?',
    'ongoing?',
    'since the 1990s',
    'from 2011/12',
    'permanent',
    'Launched 2015',
    'after 2015',
    'ended in 2019',
    '2015-2019, ongoing in Leeds',
    'from 2012 to 2014 and from 2016 to 2018',
    'Each year in March',
    'not ongoing',
    'since €2018',
  ])
    it(`finds more in ${JSON.stringify(text)}`, () => expect(readPlainPeriod(text)).to.equal(null));

  for (const text of ['', '2018', '2015-2019', '2018+', '2018 -'])
    it(`finds no words in ${JSON.stringify(text)}`, () => expect(readPlainPeriod(text)).to.equal(null));

  it('says nothing that the period does not say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const span = readPlainPeriod(text);
        if (span) expect(span).to.deep.equal(readPeriod(text));
      }),
      {numRuns: 1000},
    );
  });
});
