import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {countryCode, countryName} from '../../../src/core/feed/country.js';

/** ISO 3166-1, alpha-2 and alpha-3 of each country in one word. */
const iso = `
  ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB
  BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR
  BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR
  CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK
  FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS
  GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN
  ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO
  LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD
  MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER
  NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM
  PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP
  SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF
  TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY
  UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE
`
  .trim()
  .split(/\s+/)
  .map((pair) => [pair.slice(0, 2), pair.slice(2)] as const);
const alpha2 = iso.map(([code]) => code);
/** In some language "Kongo" may be either, and "Irã" and "Omã" look like codes. */
const ambiguous = ['CG', 'CD', 'IR', 'OM'];

/** Country: texts that mean it. */
const texts: Record<string, readonly string[]> = {
  GB: [
    'gb',
    ' GB ',
    'ＧＢ',
    'UK',
    'U.K.',
    'uk',
    'Great Britain',
    'Britain',
    'United Kingdom',
    'the United Kingdom',
    'Royaume-Uni',
  ],
  'GB (its parts)': ['England', 'Scotland', 'Wales', 'Cymru', 'Northern Ireland'],
  'GB (abroad)': [
    'Grande-Bretagne',
    'Gran Bretaña',
    'Gran Bretagna',
    'Großbritannien',
    'Reino Unido',
    'Regno Unito',
    'Storbritannien',
  ],
  GR: ['EL', 'el', 'Greece', 'Ελλάδα', 'ΕΛΛΑΔΑ', 'Hellas', 'Grèce', 'Griechenland', 'Grecia', 'Греція'],
  US: [
    'USA',
    'U.S.A.',
    'U.S.',
    'United States',
    'United States of America',
    'America',
    'États-Unis',
    'Estados Unidos',
    'USA ',
  ],
  CZ: [
    'Czechia',
    'Czech Republic',
    'Česko',
    'Česká republika',
    'République tchèque',
    'República Checa',
    'Repubblica Ceca',
    'Tschechien',
  ],
  TR: ['Turkey', 'Türkiye', 'TÜRKİYE', 'turkiye', 'Republic of Türkiye', 'Turquie', 'Türkei'],
  MK: [
    'North Macedonia',
    'Republic of North Macedonia',
    'Macedonia',
    'FYROM',
    'Северна Македонија',
    'Macédoine du Nord',
  ],
  XK: ['Kosovo', 'XK', 'xkx', 'Kosovë', 'Kosova', 'Косово'],
  NL: [
    'Netherlands',
    'The Netherlands',
    'Netherlands (the)',
    'Kingdom of the Netherlands',
    'Holland',
    'Nederland',
    'Pays-Bas',
    'Paesi Bassi',
  ],
  IE: ['Ireland', 'Republic of Ireland', 'Éire', 'eire', 'Irlande', 'Irland'],
  MD: ['Moldova', 'Republic of Moldova', 'Moldova, Republic of', 'Moldova (Republic of)', 'Moldova (the Republic of)'],
  BA: [
    'Bosnia and Herzegovina',
    'Bosnia & Herzegovina',
    'Bosnia-Herzegovina',
    'Bosna i Hercegovina',
    'Bosnia',
    'Bosnie-Herzégovine',
  ],
  DE: [
    'Germany',
    'Deutschland',
    'DEU',
    'Allemagne',
    'Alemania',
    'Niemcy',
    'Saksa',
    'Tyskland',
    'Німеччина',
    'Γερμανία',
    'ドイツ',
    '독일',
  ],
  ES: ['Spain', 'España', 'ESPAÑA', 'Espana', 'Espagne', 'Spanien', 'Espanya', 'Kingdom of Spain'],
  PT: ['Portugal', 'PORTUGAL', 'Portogallo', 'Португалія'],
  NO: ['Norway', 'Norge', 'Noreg', 'Kingdom of Norway', 'Norvège', 'Noruega'],
  IT: ['Italy', 'Italia', 'Italie', 'Włochy'],
  CA: ['Canada', 'Canadá', 'Kanada'],
  CH: ['Switzerland', 'Schweiz', 'Suisse', 'Svizzera', 'Svizra', 'Suiza'],
  NZ: ['New Zealand', 'Nouvelle-Zélande', 'Neuseeland'],
  UA: ['Ukraine', 'Україна', 'УКРАЇНА', 'Ucrania', 'Ukraina'],
  PL: ['Poland', 'Polska', 'Pologne', 'Polen'],
  CY: ['Cyprus', 'Κύπρος', 'Kıbrıs', 'Chypre'],
  AU: ['Australia', 'Australie', 'Australien'],
  SE: ['Sweden', 'Sverige', 'Suède'],
  DK: ['Denmark', 'Danmark', 'Danemark'],
  IL: ['Israel', 'Israël', 'ישראל'],
  FR: ['France', 'Frankreich', 'Francia', 'Франция'],
  BE: ['Belgium', 'België', 'Belgique', 'Belgien'],
  KR: ['South Korea', 'Republic of Korea', 'Korea, Republic of', 'Korea (the Republic of)', 'Corée du Sud', '대한민국'],
  RS: ['Serbia', 'Србија', 'Srbija'],
  MX: ['Mexico', 'México', 'Mexique'],
  AT: ['Austria', 'Österreich', 'Autriche'],
  AL: ['Albania', 'Shqipëria'],
  AD: ['Andorra', 'Principality of Andorra'],
  AM: ['Armenia', 'Հայաստան'],
  AZ: ['Azerbaijan', 'Azərbaycan'],
  BG: ['Bulgaria', 'България'],
  EE: ['Estonia', 'Eesti'],
  FI: ['Finland', 'Suomi'],
  GE: ['Georgia', 'საქართველო'],
  HR: ['Croatia', 'Hrvatska'],
  HU: ['Hungary', 'Magyarország'],
  IS: ['Iceland', 'Ísland'],
  LI: ['Liechtenstein'],
  LT: ['Lithuania', 'Lietuva'],
  LU: ['Luxembourg', 'Lëtzebuerg', 'Grand Duchy of Luxembourg', 'Luxemburg'],
  LV: ['Latvia', 'Latvija'],
  MC: ['Monaco', 'Principality of Monaco'],
  ME: ['Montenegro', 'Crna Gora', 'Црна Гора'],
  MT: ['Malta'],
  RO: ['Romania', 'România'],
  RU: ['Russia', 'Россия', 'Russian Federation'],
  SI: ['Slovenia', 'Slovenija'],
  SK: ['Slovakia', 'Slovensko', 'Slovak Republic'],
  SM: ['San Marino', 'Republic of San Marino'],
  JP: ['Japan', '日本'],
  VA: ['Vatican', 'Holy See', 'Vatican City'],
  CI: ["Côte d'Ivoire", 'Côte d’Ivoire', 'Ivory Coast'],
  KN: ['St. Kitts & Nevis', 'Saint Kitts and Nevis'],
  LC: ['St. Lucia', 'Saint Lucia', 'St Lucia'],
};

/** What is no country, or not one for certain: the text stays as it is. */
const unknown = [
  '',
  ' ',
  '-',
  '?',
  'N/A',
  'n.a.',
  '.',
  '&',
  'the',
  'EU',
  'UN',
  'ZZ',
  'SU',
  'DD',
  'AA',
  'QQQ',
  'GER',
  'DEN',
  'Europe',
  'Atlantis',
  'Leeds',
  'Georgia, USA',
  'Korea (the Democratic People’s Republic of)',
  'Congo (the Democratic Republic of the)',
  'Congo',
  '__proto__',
  'constructor',
  'toString',
  '🇬🇧',
  '826',
  'GB GB',
  'x'.repeat(10_000),
  '('.repeat(1_000_000),
];

describe('countryCode', () => {
  it('knows every alpha-2 and alpha-3 code of ISO 3166-1, in any case', () => {
    const read = iso.map(([, alpha3]) => [countryCode(alpha3), countryCode(alpha3.toLowerCase())]);
    expect(read).to.deep.equal(alpha2.map((code) => [code, code]));
    expect(alpha2.map((code) => countryCode(code.toLowerCase()))).to.deep.equal(alpha2);
  });

  it('takes no other three letters for a country', () => {
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
    const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    const known = words.filter((word) => countryCode(word)).map((word) => word.toUpperCase());
    expect(known).to.deep.equal([...iso.map(([, alpha3]) => alpha3), 'UAE', 'XKX'].sort());
  });

  for (const [key, list] of Object.entries(texts)) {
    it(`reads ${key}`, () => {
      const code = key.slice(0, 2);
      expect(list.map((text) => [text, countryCode(text)])).to.deep.equal(list.map((text) => [text, code]));
    });
  }

  for (const text of unknown) {
    it(`does not know ${JSON.stringify(text.slice(0, 60))}`, () => {
      expect(countryCode(text)).to.equal('');
    });
  }

  for (const language of ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'uk', 'el', 'he']) {
    it(`finds the way back from every name in ${language}`, () => {
      const lost = alpha2.filter((code) => countryCode(countryName(code, language)) !== code);
      expect(ambiguous).to.include.members(lost);
    });
  }

  it('cares neither for case nor for accents and white space', () => {
    const clear = alpha2.filter((code) => !ambiguous.includes(code));
    fc.assert(
      fc.property(fc.constantFrom(...clear), fc.constantFrom('en', 'fr', 'de', 'es', 'pt', 'pl'), (code, language) => {
        const name = countryName(code, language);
        const bare = name.normalize('NFD').replace(/\p{M}/gu, '');
        for (const text of [name.toUpperCase(), name.toLowerCase(), bare, `\u00a0${name}\t`]) {
          expect(countryCode(text), text).to.equal(code);
        }
      }),
    );
  });

  it('answers any text with a code or with nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({unit: 'binary'}), fc.string({unit: 'grapheme'})), (text) => {
        expect(countryCode(text)).to.match(/^(?:[A-Z]{2})?$/);
      }),
    );
  });
});

describe('countryName', () => {
  // only names that no engine spells otherwise
  it('names a country in a language', () => {
    expect(countryName('DE', 'en')).to.equal('Germany');
    expect(countryName('DE', 'fr')).to.equal('Allemagne');
    expect(countryName('DE', 'de-AT')).to.equal('Deutschland');
    expect(countryName('XK', 'en')).to.equal('Kosovo');
  });

  for (const tag of ['tlh', 'und', 'zz', '', 'x', 'de-', 'pt_BR', 'a'.repeat(99), '__proto__', '🙂']) {
    it(`speaks English where the language is ${JSON.stringify(tag.slice(0, 20))}`, () => {
      expect(countryName('ES', tag)).to.equal('Spain');
    });
  }

  it('leaves any other text as it is', () => {
    for (const text of ['', 'gb', 'GBR', 'EU', 'ZZ', 'UK', 'Atlantis', '__proto__', 'constructor']) {
      expect(countryName(text, 'en')).to.equal(text);
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (code, language) => {
        expect(countryName(code, language)).to.be.a('string');
        expect(countryName('FR', language)).to.not.equal('');
      }),
    );
  });
});
