import {fold} from '../../search/fold.js';

/**
 * The names that others give to what a practice has: those of content management systems, and of spreadsheets in several languages.
 * Of two fields of one record the name that stands earlier here is taken; our own is the first.
 */
const names = {
  id: 'id guid uuid slug',
  title:
    'title name headline titel titre titulo titolo nom nome nombre naam tytul nazwa назва practice goodpractice project projekt projet',
  titleLang: 'titleLang',
  language: 'language lang langcode locale sprache langue idioma lingua taal',
  summary:
    'summary description excerpt abstract teaser lead intro shortdescription kurzbeschreibung zusammenfassung beschreibung resume ' +
    'descriptif chapo resumen descripcion riassunto descrizione resumo descricao samenvatting omschrijving beskrivning opis опис',
  sections:
    'sections content body text contenthtml html contenttext fulltext longdescription inhalt contenu texte contenido texto contenuto testo ' +
    'conteudo inhoud tekst текст',
  city:
    'city cities town municipality commune locality stadt ort gemeinde kommune ville villes ciudad municipio citta comune cidade stad ' +
    'gemeente miasto місто',
  country: 'country countries countrycode nation land staat pays pais paese kraj країна',
  period:
    'period years year date dates duration timeframe temporal zeitraum laufzeit datum jahr jahre periode duree annee annees periodo ano ' +
    'anos fecha anno anni data jaar okres rok рік',
  from: 'from start startdate startyear begin von beginn anfang debut datedebut inicio inizio',
  to: 'to end enddate endyear until bis ende fin datefin fine fim',
  topics:
    'topics topic theme themes category categories tags tag keywords subject subjects policyarea thema themen kategorie kategorien ' +
    'schlagworte thematique thematiques categorie motscles tema temas categoria categorias palabrasclave temi temat тема',
  url: 'url link href permalink website webpage externalurl webseite lien enlace sito',
  links: 'links weblinks furtherlinks liens enlaces',
  location: 'location geo coordinates coords latlng geolocation point koordinaten coordonnees coordenadas coordinate',
  lat: 'latitude lat breitengrad latitud latitudine',
  lon: 'longitude lon lng long langengrad longitud longitudine',
  image: 'image picture photo imageurl thumbnail featuredimage bannerimage bild foto imagen immagine imagem',
  imageAlt: 'imagealt alt alttext',
  contact: 'contact contactname contactperson kontakt ansprechperson contacto contatto',
  email: 'email mail contactemail courriel',
  phone: 'phone telephone tel telefon telefono',
  details: 'details',
  // what stands in a column of its own is a section under the column's name
  headed:
    'purpose aim aims goal goals objective objectives challenge context background rationale process implementation activities impact ' +
    'results outcome outcomes lessonslearned ziel ziele ausgangslage umsetzung massnahmen ergebnisse wirkung objectif objectifs contexte ' +
    'miseenoeuvre resultats objetivo objetivos contexto proceso resultados obiettivo obiettivi contesto risultati',
};

export type FieldName = keyof typeof names;
/** Which field a name means; the lower the rank, the better the name. */
export interface KnownField {
  readonly field: FieldName;
  readonly rank: number;
}

const keyOf = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, '');

const fields = new Map(
  Object.entries(names).flatMap(([field, text]) =>
    text.split(' ').map((name, rank): [string, KnownField] => [keyOf(name), {field: field as FieldName, rank}]),
  ),
);
/** Names are few, records many, and folding is slow. */
const known = new Map<string, KnownField | undefined>();

/**
 * The field that is meant by a name, whatever its case, accents, spaces and signs; also after what content management systems put before
 * the names of fields (`field_city`, `wpcf-city`). What begins with `@` or `_` is of a machine and says other things.
 */
export function fieldOf(name: string): KnownField | undefined {
  if (!known.has(name) && !/^[@_]/.test(name))
    known.set(name, fields.get(keyOf(name.replace(/^(?:field|wpcf|acf)[_-]/i, ''))));
  return known.get(name);
}
