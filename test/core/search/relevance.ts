import type {Practice} from '../../../src/core/practice.js';

/** What must be found for a query. */
export interface KnownAnswer {
  readonly query: string;
  /** Ids, or `attribute:value` for all that have the value. */
  readonly wanted: readonly string[];
  /** How far down the list a visitor looks for it. */
  readonly within: number;
}

/**
 * Queries as visitors type them, each with the practices of the demo's feed that must come first. The answers were decided by reading
 * the practices; change one only where the feed has changed or it was read wrongly, never because an engine misses it.
 *
 * A line is `query → practices`. A practice is named by its id; `topic:youth`, `country:NO` and `city:Oslo` name all that have it.
 * Up to three ids must be among the first three practices, more of them and attributes among the first ten; `@10` grants ten to fewer.
 * Where more are wanted than there are places, these must all be taken by such.
 */
const answers = {
  exact: `
    carnival → patras-carnival-embraces-all
    islamophobia → barcelona-pioneer-plan-to-combat-islamophobia barcelona-invests-in-policies-to-tackle-discrimination
    surf → cascais-surf-art
    UNICEF → swansea-rights-respecting-schools-award
    arabic → reggio-emilia-learn-arabic reggio-emilia-city-international-policy
    SPRAR → ravenna-career-counselling-for-sprar-beneficiaries
    Siemens → erlangen-siemens-program-for-integrating-refugees
    homeless → patras-units-for-homeless
    LGBT → geneva-supports-a-project-of-aide-to-lgbt-asylum-seekers
    elections → auckland-intercultural-elections berlin-neukolln-nachbarschaftsheim
    entrepreneurs → auckland-support-for-its-diverse-entrepreneurs montreal-socio-economic-integration-of-migrants
    football → bradford-fans-for-diversity
    libraries → sherbrooke-role-of-libraries-as-drivers-of-integration montreal-public-spaces-as-tools-for-positive-interaction
    parks → camden-parks-for-health-promotion-of-health-assets london-lewisham-designing-intercultural-public-space
    police → haifa-community-police-relationship lisbon-safer-alta-de-lisboa
    charter → oslo-oxlo-business-charter erlangen-the-importance-of-an-integration-charter
    roma → bradford-roma-strategy-2021-2025 reggio-emilia-roma-inclusion-policies berlin-neukolln-strategy-for-roma-inclusion
    observatory → barcelona-discrimination-observatory
    museum → oslo-musee-interculturel erlangen-immigration-city-erlangen
    addiction → berlin-neukolln-peer-to-peer-project-addiction-aid
    incubator → stavanger-bilfinger-industry-company-start-up-incubator
    recruitment → camden-recruitment-practices-in-favour-of-diversity amadora-fostering-inclusive-recruitment-project-report
    volunteer → berlin-give-something-back-to-berlin
    gossip → botkyrka-anti-rumour-cafes-stop-the-rumour
    prize → neuchatel-salut-l-etranger-ere oslo-oxlo-extra-large
    OXLO → oslo-oxlo-business-charter oslo-oxlo-extra-large
    spacelab → wien-spacelab
    Nachbarschaftsheim → berlin-neukolln-nachbarschaftsheim
    Lewisham → city:London-Lewisham london-lewisham-local-assembly-programme
    Stavanger → city:Stavanger
    Melitopol → city:Melitopol
    festival → ravenna-festival-delle-culture lisbon-the-festival-todos-to-celebrate-interculturality lisbon-todos-walk-of-cultures manchester-employment-opportunities-as-a-factor-of-cohesion
    music → erlangen-music-making-without-language limassol-workshops-and-free-music-lessons-help-maintain ravenna-workshops-books-exhibitions-against-racism portimao-la-semaine-interculturelle lisbon-todos-walk-of-cultures
    mediation → topic:mediation
    The Big Lunch → london-lewisham-big-lunch
    Zambujal Gets Better! → amadora-zambujal-gets-better
    A Smile of a Child → melitopol-smile-of-a-child
    Give Something Back to Berlin → berlin-give-something-back-to-berlin
    Shared Values → bradford-shared-values
    Table on Interreligious dialogue → salt-table-on-interreligious-dialogue
    Employment opportunities as a factor of cohesion → manchester-employment-opportunities-as-a-factor-of-cohesion
    Barcelona - Why an anti-rumours strategy? → barcelona-why-an-anti-rumours-strategy
  `,
  prefix: `
    carn → patras-carnival-embraces-all
    islamoph → barcelona-pioneer-plan-to-combat-islamophobia barcelona-invests-in-policies-to-tackle-discrimination
    kalei → bergen-fargespil-kaleidoscope
    homel → patras-units-for-homeless dublin-equality-review-action-plan
    observ → barcelona-discrimination-observatory
    addic → berlin-neukolln-peer-to-peer-project-addiction-aid
    ubun → lisbon-ubuntu-bridges-programme
    unic → swansea-rights-respecting-schools-award
    nachbar → berlin-neukolln-nachbarschaftsheim
    xe → barcelona-xeix
    za → amadora-zambujal-gets-better
    copenh → city:Copenhagen
    stav → city:Stavanger
    botk → city:Botkyrka
    haif → city:Haifa
    sherb → city:Sherbrooke
    erl → city:Erlangen
    montr → city:Montreal
    swan → swansea-rights-respecting-schools-award
    mex → mexico-city-a-law-to-embed-interculturality
    rumo → topic:anti-rumours
    anti-r → topic:anti-rumours turin-anti-racism-as-an-urban-common turin-anti-racism-cockpit
    multiling → barcelona-promoting-multilingualism sabadell-valuing-multilingualism limassol-multilingual-initiatives ansan-promoting-multilingualism-in-a-multicultural-city
    qualit → auckland-quality-of-life-framework
    the big l → london-lewisham-big-lunch
    salut l'é → neuchatel-salut-l-etranger-ere
    football s → bradford-fans-for-diversity
    hate sp → lublin-krakow-wroclaw-together-against-hate-speech
    music les → limassol-workshops-and-free-music-lessons-help-maintain
    welcoming ap → portugal-welcoming-app
    women he → bilbao-women-health-and-violence
    gender equ → camden-gender-equality-voices-of-the-women cascais-counsellor-for-gender-equality
    intercultural ma → melitopol-intercultural-map
    public lib → bergen-public-library-a-place-for-social-dialogue
    oslo med → oslo-mediation-panel-for-complaints-on-discrimination
    roma in reg → reggio-emilia-roma-inclusion-policies
    smile of a ch → melitopol-smile-of-a-child
  `,
  'typo: a letter too many': `
    carnivval → patras-carnival-embraces-all
    homelesss → patras-units-for-homeless
    muuseum → oslo-musee-interculturel erlangen-immigration-city-erlangen
    observattory → barcelona-discrimination-observatory
    kaleidosscope → bergen-fargespil-kaleidoscope
    addicttion → berlin-neukolln-peer-to-peer-project-addiction-aid
    entreprenneurs → auckland-support-for-its-diverse-entrepreneurs montreal-socio-economic-integration-of-migrants
    Stavangger → city:Stavanger
    Mellitopol → city:Melitopol
    surff → cascais-surf-art
    Barcellona → city:Barcelona
    gossipp → botkyrka-anti-rumour-cafes-stop-the-rumour
  `,
  'typo: a letter missing': `
    carnval → patras-carnival-embraces-all
    islamphobia → barcelona-pioneer-plan-to-combat-islamophobia barcelona-invests-in-policies-to-tackle-discrimination
    musem → oslo-musee-interculturel erlangen-immigration-city-erlangen
    librries → sherbrooke-role-of-libraries-as-drivers-of-integration montreal-public-spaces-as-tools-for-positive-interaction
    homless → patras-units-for-homeless
    entreprneurs → auckland-support-for-its-diverse-entrepreneurs montreal-socio-economic-integration-of-migrants
    observtory → barcelona-discrimination-observatory
    Maribyrong → maribyrnong-political-literacy-sessions
    Neuchtel → neuchatel-road-map-to-promote-egalitarian-government neuchatel-salut-l-etranger-ere neuchatel-action-week-against-racism neuchatel-commitee-for-integration-and-multicultural
    Sherbroke → city:Sherbrooke
    fotball → bradford-fans-for-diversity
    Copenagen → city:Copenhagen
    recruitmnt → camden-recruitment-practices-in-favour-of-diversity amadora-fostering-inclusive-recruitment-project-report
  `,
  'typo: a wrong letter': `
    cornival → patras-carnival-embraces-all
    islamofobia → barcelona-pioneer-plan-to-combat-islamophobia barcelona-invests-in-policies-to-tackle-discrimination
    musium → oslo-musee-interculturel erlangen-immigration-city-erlangen
    libreries → sherbrooke-role-of-libraries-as-drivers-of-integration montreal-public-spaces-as-tools-for-positive-interaction
    foodball → bradford-fans-for-diversity
    observatery → barcelona-discrimination-observatory
    mediatian → topic:mediation
    Stavenger → city:Stavanger
    Erlengen → city:Erlangen
    Siemans → erlangen-siemens-program-for-integrating-refugees
    Lutzk → city:Lutsk
    Lisban → city:Lisbon
    voluntear → berlin-give-something-back-to-berlin
    addicsion → berlin-neukolln-peer-to-peer-project-addiction-aid
  `,
  'typo: two letters swapped': `
    carinval → patras-carnival-embraces-all
    islamohpobia → barcelona-pioneer-plan-to-combat-islamophobia barcelona-invests-in-policies-to-tackle-discrimination
    muesum → oslo-musee-interculturel erlangen-immigration-city-erlangen
    librareis → sherbrooke-role-of-libraries-as-drivers-of-integration montreal-public-spaces-as-tools-for-positive-interaction
    hoemless → patras-units-for-homeless
    footblal → bradford-fans-for-diversity
    enterpreneurs → auckland-support-for-its-diverse-entrepreneurs montreal-socio-economic-integration-of-migrants
    Hiafa → city:Haifa
    Olso → city:Oslo
    Wein → wien-spacelab @10
    Bilboa → city:Bilbao
    Barcleona → city:Barcelona
    palcae → donostia-san-sebastian-house-of-peace-and-human-rights
  `,
  'typo: in the first letter': `
    karnival → patras-carnival-embraces-all
    Kascais → city:Cascais
    nuseum → oslo-musee-interculturel erlangen-immigration-city-erlangen
    Ciemens → erlangen-siemens-program-for-integrating-refugees
    xambujal → amadora-zambujal-gets-better
    ootball → bradford-fans-for-diversity
    ohmeless → patras-units-for-homeless
    Vroclaw → lublin-krakow-wroclaw-together-against-hate-speech
    Kopenhagen → city:Copenhagen
    ppolice → haifa-community-police-relationship lisbon-safer-alta-de-lisboa
    bservatory → barcelona-discrimination-observatory
    Nelitopol → city:Melitopol
  `,
  'typo: while typing': `
    islamof → barcelona-pioneer-plan-to-combat-islamophobia barcelona-invests-in-policies-to-tackle-discrimination
    observetor → barcelona-discrimination-observatory
    enterpren → auckland-support-for-its-diverse-entrepreneurs montreal-socio-economic-integration-of-migrants
    kaliedos → bergen-fargespil-kaleidoscope
    Zambuyal → amadora-zambujal-gets-better
    recrutmen → camden-recruitment-practices-in-favour-of-diversity amadora-fostering-inclusive-recruitment-project-report
    nieghbourh → topic:neighbourhood
    Shebroo → city:Sherbrooke
    Melitipo → city:Melitopol
  `,
  'two words': `
    hate speech → lublin-krakow-wroclaw-together-against-hate-speech
    roma bradford → bradford-roma-strategy-2021-2025
    libraries sherbrooke → sherbrooke-role-of-libraries-as-drivers-of-integration
    police haifa → haifa-community-police-relationship
    health women → bilbao-women-health-and-violence
    limassol music → limassol-workshops-and-free-music-lessons-help-maintain
    barcelona rumours → barcelona-why-an-anti-rumours-strategy
    rumour app → bilbao-anti-rumour-web-app
    refugees siemens → erlangen-siemens-program-for-integrating-refugees
    school rights → swansea-rights-respecting-schools-award
    plan bilbao → bilbao-iii-intercultural-city-plan
    parents bergen → bergen-funds-to-stimulate-parents-participation
    lunch big → london-lewisham-big-lunch
    bergen library → bergen-public-library-a-place-for-social-dialogue
    festival ravenna → ravenna-festival-delle-culture
    lisbon festival → lisbon-the-festival-todos-to-celebrate-interculturality lisbon-todos-walk-of-cultures
    guide employers → amadora-fostering-inclusive-recruitment-project-report
    discrimination oslo → oslo-mediation-panel-for-complaints-on-discrimination oslo-reaching-a-point-from-which-to-take-action
    plan copenhagen → copenhagen-three-year-plans-for-integration
    conflict mediation → reggio-emilia-centre-for-conflict-mediation
    girls politics → berlin-neukolln-schilleria-girls-cafe-polittalk
    junior mayor → santa-maria-da-feira-the-jovem-autarca-project
    map migration → leeds-migration-map
    asylum lgbt → geneva-supports-a-project-of-aide-to-lgbt-asylum-seekers
    chinese shops → barcelona-xeix
    dictator palace → donostia-san-sebastian-house-of-peace-and-human-rights
    drugs refugees → berlin-neukolln-peer-to-peer-project-addiction-aid
    museum oslo → oslo-musee-interculturel
    museum erlangen → erlangen-immigration-city-erlangen
    churches lutsk → lutsk-council-of-churches
    camp vinnytsia → vinnytsia-culture-camp
    voting workshops → maribyrnong-political-literacy-sessions
    phone app → portugal-welcoming-app
    carnival parade → patras-carnival-embraces-all
    cash prize → neuchatel-salut-l-etranger-ere
    korean language → ansan-promoting-multilingualism-in-a-multicultural-city
    norway business → oslo-oxlo-business-charter stavanger-welcoming-internationals-to-the-city @10
    youth lisbon → lisbon-ubuntu-bridges-programme
    switzerland racism → neuchatel-action-week-against-racism geneva-the-city-tackles-hurtful-words
  `,
  'two words with a typo': `
    bradfrod roma → bradford-roma-strategy-2021-2025
    libraries sherbroke → sherbrooke-role-of-libraries-as-drivers-of-integration
    hate speach → lublin-krakow-wroclaw-together-against-hate-speech
    haifa polise → haifa-community-police-relationship
    women helth → bilbao-women-health-and-violence
    musik limassol → limassol-workshops-and-free-music-lessons-help-maintain
    barselona rumours → barcelona-why-an-anti-rumours-strategy
    festival ravena → ravenna-festival-delle-culture
    conflict meditation → reggio-emilia-centre-for-conflict-mediation
    gender equallity → camden-gender-equality-voices-of-the-women cascais-counsellor-for-gender-equality
    bergen libary → bergen-public-library-a-place-for-social-dialogue
    refugee intership → erlangen-siemens-program-for-integrating-refugees
    interreligous dialogue → valladolid-interreligious-dialogue salt-table-on-interreligious-dialogue
    nieghbourhood plan → barcelona-neighbourhood-plan
    homles patras → patras-units-for-homeless
    copenhagen integraton → copenhagen-three-year-plans-for-integration
    smile chlid → melitopol-smile-of-a-child
    shcool curriculum → sumy-intercultural-education-in-the-school-curriculum
    councl of churches → lutsk-council-of-churches
    migraton map → leeds-migration-map
  `,
  'several words': `
    fight against racism in turin → turin-anti-racism-as-an-urban-common turin-anti-racism-cockpit
    integration of refugees at work → erlangen-siemens-program-for-integrating-refugees @10
    music lessons for children → limassol-workshops-and-free-music-lessons-help-maintain
    learn the local language → barcelona-centre-for-linguistic-normalization
    housing for asylum seekers → bergen-reception-centre-for-refugees @10
    help for homeless people → patras-units-for-homeless
    safe neighbourhood police → lisbon-safer-alta-de-lisboa haifa-community-police-relationship
    cafe against rumours → botkyrka-anti-rumour-cafes-stop-the-rumour
    online game about stereotypes → bilbao-anti-rumour-web-app
    football fans Bradford → bradford-fans-for-diversity
    voting rights workshops Australia → maribyrnong-political-literacy-sessions
  `,
  phrase: `
    "hate speech" → lublin-krakow-wroclaw-together-against-hate-speech
    "rights of the child" → swansea-rights-respecting-schools-award
    "human rights" → sabadell-building-a-culture-of-human-rights donostia-san-sebastian-house-of-peace-and-human-rights montreal-long-term-policies-for-international-cooperation
    "weeks of culture" → melitopol-weeks-of-culture
    "Walk of Cultures" → lisbon-todos-walk-of-cultures
    "equal treatment" → barcelona-invests-in-policies-to-tackle-discrimination sabadell-education-projects-for-interculturality cascais-counsellor-for-gender-equality
    "conflict management" → haifa-center-for-dialogue-and-conflict-management
    "black lives matter" → oslo-reaching-a-point-from-which-to-take-action
    "place-making" → london-lewisham-designing-intercultural-public-space
    "master plan" → barcelona-and-international-municipalism
    "World Day against Racism" → ravenna-workshops-books-exhibitions-against-racism
    "under one roof" → bergen-all-inclusion-services-under-one-roof
    "chamber of commerce" → stavanger-welcoming-internationals-to-the-city limassol-diversity-for-business-and-business-for-diversity
    "skin colour" → lutsk-identity-map-the-language-of-dissent
    "Cape Verdean" → amadora-zambujal-gets-better lisbon-todos-walk-of-cultures
    “Big Lunch” → london-lewisham-big-lunch
    « semaine interculturelle » → portimao-la-semaine-interculturelle
    „Festival delle Culture“ → ravenna-festival-delle-culture
    "tous differents tous egaux" → neuchatel-action-week-against-racism
    "asylum seekers" bergen → bergen-reception-centre-for-refugees
  `,
  'accents left out': `
    espai avinyo → barcelona-espai-avinyo
    Neukolln → city:Berlin-Neukölln
    Portimao → city:Portimão
    Setubal → setubal-maio-dialogo-intercultura portugal-welcoming-app
    maori → auckland-nga-kete-akoranga-nka
    mangkulturellt → botkyrka-mangkulturellt-centre-fittja
    fabuleuses traversees → lyon-fabuleuses-traversees
    Wroclaw → lublin-krakow-wroclaw-together-against-hate-speech
    musee → oslo-musee-interculturel
    dialogo → setubal-maio-dialogo-intercultura
    poboljsanje → belgium-poboljsanje-prikupljanja-podataka-o-jednakosti
    Medellin → barcelona-and-international-municipalism
    Gdansk → lublin-for-all
    Landas → bergen-all-inclusion-services-under-one-roof bergen-reception-centre-for-refugees
    Guardia Urbana → barcelona-invests-in-policies-to-tackle-discrimination
    girls cafe → berlin-neukolln-schilleria-girls-cafe-polittalk
    madchentreff → berlin-neukolln-schilleria-girls-cafe-polittalk
    speciaux → ravenna-centri-di-accoglienza-straordinaria-cas
    Educacion → topic:education
    genero → topic:gender
    Sao Bento → lisbon-todos-walk-of-cultures
  `,
  'apostrophes, hyphens and other spellings': `
    étranger → neuchatel-salut-l-etranger-ere
    l'étranger → neuchatel-salut-l-etranger-ere
    letranger → neuchatel-salut-l-etranger-ere
    d’accueil spéciaux → ravenna-centri-di-accoglienza-straordinaria-cas
    centres accueil → ravenna-centri-di-accoglienza-straordinaria-cas
    girl's cafe → berlin-neukolln-schilleria-girls-cafe-polittalk
    anti-rumour → topic:anti-rumours
    antirumour → topic:anti-rumours
    anti rumours → topic:anti-rumours
    anti-rumor → topic:anti-rumours
    antiracism → turin-anti-racism-as-an-urban-common turin-anti-racism-cockpit
    start-up → stavanger-bilfinger-industry-company-start-up-incubator
    startup → stavanger-bilfinger-industry-company-start-up-incubator
    peer to peer → berlin-neukolln-peer-to-peer-project-addiction-aid
    webapp → bilbao-anti-rumour-web-app
    biz feira → santa-maria-da-feira-bizfeira
    inter-religious → valladolid-interreligious-dialogue salt-table-on-interreligious-dialogue
    multi-lingual → limassol-multilingual-initiatives barcelona-promoting-multilingualism sabadell-valuing-multilingualism @10
    Neukoelln → city:Berlin-Neukölln
    San Sebastián → donostia-san-sebastian-house-of-peace-and-human-rights donostia-san-sebastian-supporting-culturally-diverse-ngos
    counselor → cascais-counsellor-for-gender-equality
    skin color → lutsk-identity-map-the-language-of-dissent
    labor market → topic:business
    theatre → lisbon-todos-walk-of-cultures reggio-emilia-city-international-policy ravenna-workshops-books-exhibitions-against-racism
  `,
  'deep in a text': `
    Maputo → barcelona-and-international-municipalism
    Ioannina → limassol-diversity-for-business-and-business-for-diversity
    Deptford → london-lewisham-designing-intercultural-public-space
    poetry slam → geneva-the-city-tackles-hurtful-words
    Intendente → lisbon-todos-walk-of-cultures
    Eritrea → bergen-second-chance-work-qualification-centre-for-migrants
    psychologists → bergen-second-chance-work-qualification-centre-for-migrants
    Nepalese → lisbon-todos-walk-of-cultures
    Odyssey → ravenna-workshops-books-exhibitions-against-racism
    Sansavini → ravenna-workshops-books-exhibitions-against-racism
    BINAM → montreal-two-project-funding-programmes-2021-2024
    Immigraffaires → montreal-socio-economic-integration-of-migrants
    Vietnamese → sherbrooke-role-of-libraries-as-drivers-of-integration
    Nazism → oslo-oxlo-extra-large
    relay race → oslo-oxlo-extra-large
    wine tasting → stavanger-welcoming-internationals-to-the-city
    Franco → donostia-san-sebastian-house-of-peace-and-human-rights
    hairdressers → lisbon-todos-walk-of-cultures
    playgrounds → amadora-zambujal-gets-better
    checklist → montreal-gender-and-intersectional-analysis-ads-plus
    lanterne magique → lublin-collaboration-with-neuchatel-study-visits
    Agenda 21 → geneva-the-city-tackles-hurtful-words
    driving licence → stavanger-welcoming-internationals-to-the-city
    gyms → bergen-reception-centre-for-refugees
    marriages → cascais-diverse-interaction-on-display
    racial profiling → montreal-intercultural-council
    Gamelin → montreal-public-spaces-as-tools-for-positive-interaction
    twinning → reggio-emilia-city-international-policy limassol-diversity-for-business-and-business-for-diversity
  `,
  'topics in other languages and scripts': `
    Éducation → topic:education
    Bildung → topic:education
    Освіта → topic:education
    Εκπαίδευση → topic:education
    التعليم → topic:education
    молодь → topic:youth
    Jugend → topic:youth
    jeunesse → topic:youth
    Νεολαία → topic:youth
    الشباب → topic:youth
    Гендер → topic:gender
    Seguridad → topic:safety
    barrio → topic:neighbourhood
    Медіація → topic:mediation
    διαμεσολαβηση → topic:mediation
    مكافحة الشائعات → topic:anti-rumours
    Протидія чуткам → topic:anti-rumours
    Gegen Gerüchte → topic:anti-rumours
    mercato del lavoro → topic:business
    nouveaux arrivants → topic:newcomers
    Gleichbehandlung → topic:anti-discrimination
    espace public → topic:public-space
    Mehrsprachigkeit → topic:language
    participación → topic:participation
  `,
  'names of countries': `
    Norway → country:NO
    Spain → country:ES
    Ukraine → country:UA
    United Kingdom → country:GB
    Portugal → country:PT
    Switzerland → country:CH
    Canada → country:CA
    Poland → country:PL
    Cyprus → country:CY
    Greece → country:GR
    Israel → country:IL
    Mexico → mexico-city-a-law-to-embed-interculturality
    South Korea → ansan-promoting-multilingualism-in-a-multicultural-city
    new zealand → country:NZ
    Denmark → country:DK
    Austria → wien-spacelab
    Serbia → subotica-breaking-down-the-sectarian-divides-in-society
    netherlands → country:NL
    Belgium → belgium-poboljsanje-prikupljanja-podataka-o-jednakosti
    irel → dublin-equality-review-action-plan
    Swizerland → country:CH
    Portugual → country:PT
  `,
  'numbers and years': `
    2006 → london-lewisham-designing-intercultural-public-space
    2007 → ravenna-festival-delle-culture
    2008 → bilbao-women-health-and-violence
    2009 → london-lewisham-big-lunch salt-table-on-interreligious-dialogue turin-il-centro-per-i-giovani lisbon-safer-alta-de-lisboa
    2011 → barcelona-espai-avinyo copenhagen-danish-centre-for-arts-interculture-dcai
    2012 → berlin-give-something-back-to-berlin lublin-for-all
    2013 → norway-diversity-in-the-workforce oslo-oxlo-business-charter erlangen-immigration-city-erlangen
    2019 → auckland-inclusive-auckland-framework valladolid-interreligious-dialogue turin-anti-racism-cockpit portugal-welcoming-app
    2027 → bilbao-iii-intercultural-city-plan salisbury-intercultural-strategic-plan-2017-2027
    2019-2021 → portugal-welcoming-app
    2021-2025 → bradford-roma-strategy-2021-2025
    September 2016 → lisbon-the-festival-todos-to-celebrate-interculturality
    January 2018 → fermo-households-welcome-migrants
    21 June 2018 → barcelona-the-districts-reflect-on-education
    june 2017 → erlangen-music-making-without-language haifa-community-police-relationship
    March → neuchatel-action-week-against-racism haifa-community-police-relationship
    Portimão 2016 → portimao-la-semaine-interculturelle
    1986 → stavanger-immigrants-council
    1989 → montreal-soft-law-to-support-policy-actions
    33 nationalities → lisbon-todos-walk-of-cultures
  `,
  'half words inside compounds': `
    heim → berlin-neukolln-nachbarschaftsheim
    incoming → braga-bragaincoming-programme
    kulturellt → botkyrka-mangkulturellt-centre-fittja
    treff → berlin-neukolln-schilleria-girls-cafe-polittalk
    phobia → barcelona-pioneer-plan-to-combat-islamophobia barcelona-invests-in-policies-to-tackle-discrimination
    stadt → erlangen-immigration-city-erlangen
    talk → berlin-neukolln-schilleria-girls-cafe-polittalk @10
    affaires → montreal-socio-economic-integration-of-migrants
    lingual → limassol-multilingual-initiatives barcelona-promoting-multilingualism sabadell-valuing-multilingualism ansan-promoting-multilingualism-in-a-multicultural-city
    religious → london-lewisham-having-faith valladolid-interreligious-dialogue salt-table-on-interreligious-dialogue @10
    markt → topic:business
    sprachigkeit → topic:language
    arbeit → topic:business
    diskriminierung → topic:anti-discrimination
  `,
};

/** What is in no practice: no word of the feed is, begins with or contains it, and none is within the edits that a typo is allowed. */
export const unknownWords: readonly string[] = `
  zebra xylophone saxophone pineapple helicopter volleyball dinosaur umbrella submarine chocolate bicycle penguin
  orchestra kindergarten dentist pharmacy vaccination cinema ballet cathedral wedding prison airport tennis chess yoga
  pizza robot golf volcano laundry surgery mortgage parliament mosque beekeeping wheelchair elephant basketball
  restaurant hotel forest fishing photography covid judo army harbour alcohol swimming sculpture recycling statue
  winter painting casino lottery doctor desert Tokyo Helsinki Zagreb Budapest динозавр 恐竜 ديناصور 1975 2035
  20166
`
  .trim()
  .split(/\s+/);

const selectors = new Map<string, (practice: Practice) => readonly string[]>([
  ['topic', ({topics}) => topics],
  ['country', ({places}) => places.map(({country}) => country)],
  ['city', ({places}) => places.map(({city}) => city)],
]);

/** Whether a practice is what one of `wanted` says. */
export function isNamed(practice: Practice, name: string): boolean {
  const [attribute = '', value] = name.split(':');
  return value === undefined ? practice.id === name : selectors.get(attribute)!(practice).includes(value);
}

function readLine(line: string): KnownAnswer {
  const [query = '', practices = ''] = line.split(' → ');
  const [names = '', limit] = practices.split(' @');
  const wanted = names.split(' ');
  const isFew = wanted.length <= 3 && !names.includes(':');
  return {query, wanted, within: limit ? Number(limit) : isFew ? 3 : 10};
}

/** The known answers, by what is particular about the queries. */
export const knownAnswers = new Map<string, readonly KnownAnswer[]>(
  Object.entries(answers).map(([name, lines]) => [name, lines.trim().split(/\n\s*/).map(readLine)]),
);
