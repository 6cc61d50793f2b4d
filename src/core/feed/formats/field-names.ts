import {fold} from '../../text/fold.js';

/**
 * Names of our fields in content management systems, and in spreadsheets in several languages. If a
 * record has several of them, the first in this list counts; the first is our own. A hyphen
 * separates two words that may be in either order (`start date`, `date_start`). A plural with `s`
 * needs no entry.
 */
const names = {
  id: 'id slug guid uuid',
  title:
    'title name headline titel titre titulo titolo nom nome nombre naam tytul nazwa назва bezeichnung practice ' +
    'goodpractice project projekt projet',
  titleLang: 'titleLang',
  language: 'language lang langcode locale sprache langue idioma lingua taal',
  summary:
    'summary description excerpt abstract teaser lead intro shortdescription descriptioncourte kurzbeschreibung zusammenfassung beschreibung resume ' +
    'descriptif chapo resumen descripcion riassunto descrizione resumo descricao samenvatting omschrijving beskrivning opis опис',
  sections:
    'section content body text contenthtml html contenttext bodytext fulltext longdescription inhalt contenu texte contenido texto contenuto ' +
    'testo conteudo inhoud tekst текст',
  city:
    'city cities town municipality commune locality city-name stadt ort gemeinde kommune ville ciudad municipio citta comune cidade ' +
    'stad gemeente miasto місто',
  country: 'country countries countrycode country-name nation land staat pays pais paese kraj країна',
  period:
    'period year date duration date-range timeframe temporal zeitraum laufzeit datum jahr jahre periode duree annee ' +
    'periodo ano fecha anno anni data jaar okres rok рік',
  from:
    'from start start-date start-year begin von beginn startdatum anfang debut datedebut anneedebut inicio fechainicio datainicio ' +
    'inizio datainizio',
  to: 'to end end-date end-year until bis ende enddatum fin datefin anneefin fechafin fine datafine fim datafim',
  topics:
    'topic theme category categories tag keyword subject policyarea thema themen themenfeld handlungsfeld kategorie kategorien schlagworte ' +
    'thematique domaine categorie motcle motscle tema ambito categoria palabrasclave temi temat тема',
  url: 'url link href permalink website webpage web homepage externalurl viewnode webseite lien siteweb enlace sitioweb sito',
  links: 'links weblinks furtherlinks liens enlaces',
  location:
    'location geo coordinates coords latlng geolocation point geopoint2d geometry koordinaten coordonnees coordenadas coordinate',
  lat: 'latitude lat breitengrad latitud latitudine',
  lon: 'longitude lon lng long langengrad longitud longitudine',
  image:
    'image picture photo image-url thumbnail cover featuredimage bannerimage bild foto imagen immagine imagem ' +
    'afbeelding zdjecie зображення',
  imageAlt:
    'image-alt alt alttext alternativetext image-description picture-description photo-description alternativtext ' +
    'bildbeschreibung textealternatif descriptionlimage textoalternativo descripcion-imagen descripcion-foto ' +
    'testoalternativo descrizione-immagine descrizionedellimmagine descrizione-foto descricao-imagem descricao-foto ' +
    'alternatievetekst beschrijving-afbeelding tekstalternatywny opis-zdjecia опис-зображення',
  contact: 'contact contact-name contactperson kontakt ansprechperson contacto contatto',
  email: 'email mail contact-email courriel',
  phone: 'phone telephone tel telefon telefono',
  updated: 'updated modified changed date-modified last-modified last-updated aktualisiert',
  details: 'details',
  // A column of its own is a section under the name of the column.
  headed:
    'purpose aim goal objective challenge context background rationale process implementation activities impact result outcome ' +
    'lessonslearned ziel ziele ausgangslage umsetzung massnahmen ergebnisse wirkung objectif contexte miseenoeuvre resultat objetivo ' +
    'contexto proceso resultado obiettivo obiettivi contesto risultati',
};

export type FieldName = keyof typeof names;
/** The field that a name means. The lower the rank, the better the name. */
export interface KnownField {
  readonly field: FieldName;
  readonly rank: number;
  /** For a name such as `title_de`: `de`, and `title`. */
  readonly language?: string;
  readonly base?: string;
}

/**
 * Letters and digits without words such as “of” between them (“Date de début”, `date_of_start`), or
 * before them in forms (“In which city?”).
 */
const keyOf = (name: string) =>
  fold(name).replace(
    /(?<!\p{L})(?:d[aeiou][lmnrs]?|della|la|of|the|what is|which|in|your)(?!\p{L})|[^\p{L}\p{N}]/gu,
    '',
  );

const fields = new Map(
  Object.entries(names).flatMap(([field, text]) =>
    text.split(' ').flatMap((name, rank) =>
      // in both orders
      [name, name.replace(/(.+)-(.+)/, '$2$1')].map((each): [string, KnownField] => [
        keyOf(each),
        {field: field as FieldName, rank},
      ]),
    ),
  ),
);
/**
 * The names of some fields (their own, in one text) as a program would write them: in ASCII, and
 * `start_date`.
 */
export const fieldNamesFor = (own: string): string[] => [
  ...new Set(
    own
      .split(' ')
      .flatMap((field) => [field, ...names[field as FieldName].split(' ')])
      .filter((name) => /^[\w-]+$/.test(name))
      .map((name) => name.replace('-', '_')),
  ),
];
/** A cache: names are few, records are many, and folding is slow. */
const known = new Map<string, KnownField | undefined>();

/**
 * Words before or after the name of a field that only say whose field it is: “1. Name of the
 * project”, `projektbeschreibung`. Not in `project lead`, which is a person.
 */
const OWNER =
  /^\d*(?:practice|pro[jyg]e[ckt]?to?)?(?!lead)|(?:good)?(?:practice|bonnepratique|massnahme|pro[jyg]e[ckt]?to?)e?s?$/g;
/** Longer names are not searched for a language, which takes more than linear time. */
const MAX_NAME_LENGTH = 80;
const LANGUAGE =
  /^(.+?)[\s_.:(-]+(bg|c[asy]|d[ae]|e[lnstu]|f[ir]|g[al]|h[ru]|it|l[tv]|nl|p[lt]|r[ou]|s[klrv]|tr|uk)\)?$/i;

/**
 * The field that a name means, in any case and spelling. Ignores prefixes of content management
 * systems (`field_city`, `wpcf-city`; `gpb_city` is of our plugin) and separates the language at the
 * end. Names that begin with `@` or `_` are for machines and mean other things.
 */
export function fieldOf(name: string): KnownField | undefined {
  if (!known.has(name) && !/^[@_]/.test(name)) known.set(name, find(name.replace(/^(?:field|wpcf|acf|gpb)[_-]/i, '')));
  return known.get(name);
}

function find(name: string): KnownField | undefined {
  // First of all, as “de” is also a word within names.
  const [, base, language] = (name.length < MAX_NAME_LENGTH && LANGUAGE.exec(name)) || [];
  const one = base && find(base);
  if (one) return {...one, language: language!.toLowerCase(), base};
  const key = keyOf(name);
  const own = key.replace(OWNER, '');
  return fields.get(key) ?? fields.get(own) ?? fields.get(own.replace(/s$/, ''));
}
