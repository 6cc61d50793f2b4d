// All texts of check.html. `findings` says what is wrong and how to fix it, by the code of the finding. In English, the feed check
// itself says it, with details; `findings` has what the page says of a repair.

export const texts = {
  en: {
    title: 'Check a feed',
    lead: 'This page finds the problems of a feed of good practices. It shows where they are and how to fix them. Your browser checks the feed: files and texts do not leave your computer.',
    addressLabel: 'Address of the feed',
    addressHint:
      'The server of the feed must allow other pages to read it (`Access-Control-Allow-Origin`), unless this page is on the same server. Cookies are not sent.',
    addressFromLink: 'This address comes from the link that you followed. Nothing loads before you press “Load”.',
    load: 'Load',
    badAddress:
      '“{address}” is not an address. Write an address such as https://city.example/practices.csv, or /practices.csv for a file of this site.',
    fileLabel: 'Or a file',
    fileHint: 'Choose a file, or drop it anywhere on this page. A feed is JSON, a table (CSV), RSS or Atom.',
    textLabel: 'Or the feed itself',
    textHint: 'Paste the whole feed, or the part to check. You can correct it here and check it again.',
    checkText: 'Check the text',
    examples: 'Try an example:',
    exampleGood: 'A good feed',
    exampleFaulty: 'A feed with faults',
    exampleTable: 'A table with faults',
    report: 'Report',
    nothingYet: 'Nothing is checked yet.',
    loading: 'Loading {name} …',
    loadingPage: 'Loading page {page} of {name} …',
    checking: 'Checking {name} …',
    theText: 'The text',

    unreadable: '{name} cannot be read. Visitors would see no practices.',
    nothing: '{name} has no practice to show.',
    allShown: {
      one: '{name} works. Visitors see 1 practice.',
      other: '{name} works. Visitors see all {count} practices.',
    },
    someShown: {
      one: 'Visitors see {count} of the {records} records of {name}.',
      other: 'Visitors see {count} of the {records} records of {name}.',
    },
    perfect: 'Nothing is wrong.',
    errors: {one: '1 error', other: '{count} errors'},
    warnings: {one: '1 warning', other: '{count} warnings'},
    notes: {one: '1 note', other: '{count} notes'},
    severities:
      'Error: something cannot be shown. Warning: it is shown differently than meant. Note: it could be better.',
    factsLabel: 'What is in it',
    formats: {
      json: 'JSON',
      native: 'JSON in our own format',
      'json-feed': 'JSON Feed',
      wordpress: 'WordPress',
      drupal: 'Drupal',
      geojson: 'GeoJSON',
      rss: 'RSS or Atom',
      csv: 'a table (CSV)',
    },
    pages: {one: '1 page', other: '{count} pages'},
    cities: {one: '1 city', other: '{count} cities'},
    countries: {one: '1 country', other: '{count} countries'},
    topics: {one: '1 topic', other: '{count} topics'},
    noCities: 'no cities',
    noCountries: 'no countries',
    noTopics: 'no topics',
    noYears: 'no years',
    years: '{from} to {to}',
    languages: 'texts in {languages}',
    unread:
      'The pages after number {count} were not checked. The widget does not show them either: put more practices on each page.',

    error: 'Error:',
    warning: 'Warning:',
    note: 'Note:',
    line: 'Line {line}, column {column}',
    firstLine: {one: 'Line {line}, column {column}', other: 'First of {count} places: line {line}, column {column}'},
    lineOfTable: 'Line {line}',
    firstLineOfTable: {one: 'Line {line}', other: 'First of {count} places: line {line}'},
    whole: 'The whole document',
    inPage: 'in {page}',
    goToLine: 'Go to this line in the text field',
    more: {one: '… and 1 more of this kind.', other: '… and {count} more of this kind.'},
    fix: 'How to fix it:',
    fetchTip:
      'Or save the feed as a file and drop it on this page. If this page is on the server of the feed, it needs no permission.',
    columnsTip:
      'The widget shows columns with these names: {names}. It also knows many other names, in several languages, such as `Titel`, `ville` or `start date`.',

    repairHeading: 'The repaired feed',
    repairIntro: {
      one: 'This page has corrected what needs no decision of yours. The result has 1 practice, as JSON in our own format.',
      other:
        'This page has corrected what needs no decision of yours. The result has {count} practices, as JSON in our own format.',
    },
    corrected: 'Corrected:',
    leftOut: 'Not in it, because the widget cannot show it:',
    left: 'Still for you to correct:',
    noneLeft: 'Nothing is left to correct.',
    repairedTable:
      'The table itself stays as it is. Correct it too, or publish the repaired feed in its place from now on.',
    download: 'Download {file}',
    times: '{title} ({count} times)',

    findings: {
      'cut-off': ['The end was missing: check the last practice'],
      'trailing-comma': ['A comma after the last value'],
      'extra-comma': ['A comma without a value'],
      'missing-comma': ['A comma was missing'],
      'missing-colon': ['A colon was missing'],
      'wrong-quotes': ['Quotation marks that JSON does not know'],
      'unquoted-name': ['A name without quotation marks'],
      'quote-in-text': ['A quotation mark within a text'],
      'line-break-in-text': ['A line break within a text'],
      'control-in-text': ['A tab or control character within a text'],
      'bad-escape': ['A backslash without a meaning'],
      'wrong-bracket': ['A bracket was missing'],
      comment: ['A comment'],
      'invisible-character': ['An invisible character'],
      'not-a-value': ['A value without quotation marks'],
      'more-after-end': ['Several documents in one, or too many brackets'],
      'script-around': ['A script around the feed'],
      'misspelt-field': ['A misspelt name of a field'],
      'city-spellings': ['A city in several spellings: now in the most frequent one'],
      'topic-spellings': ['A topic in several spellings: now in the most frequent one'],
      'unknown-version': ['The version of the feed'],
      'unknown-topic': ['A topic that the feed did not describe'],
      'duplicate-id': ['An id that several practices had'],
      'swapped-location': ['A location with the longitude first'],
      'empty-section': ['A section without text'],
      'not-a-record': ['Entries that are no practices'],
      'no-title': ['Practices without a title'],
      'unknown-field': ['Fields that the widget does not know'],
      'unused-field': ['A second column or field with the same meaning'],
      'bad-topic': ['Topics without an id and a label'],
      'bad-synonyms': ['Synonyms that are not lists'],
      'too-many-synonyms': ['Synonyms beyond the limit'],
      'bad-date': ['Values that are not dates'],
      'bad-text': ['Values that should be texts'],
      'text-too-long': ['The end of texts that are too long'],
      'too-much-text': ['Text beyond the limit'],
      'too-many-marks': ['Marks that no script needs'],
      'unknown-language': ['Values that are not language tags, such as fr'],
      'bad-location': ['Values that are not a latitude and a longitude'],
      'too-many-items': ['Items beyond the limit'],
      'foreign-address': ['Addresses of details or texts on another host'],
      'bad-address': ['Values that are not addresses'],
    },
  },

  fr: {
    title: 'Vérifier un flux',
    lead: 'Cette page trouve les problèmes d’un flux de bonnes pratiques. Elle montre où ils sont et comment les corriger. Votre navigateur vérifie le flux : les fichiers et les textes ne quittent pas votre ordinateur.',
    addressLabel: 'Adresse du flux',
    addressHint:
      'Le serveur du flux doit permettre aux autres pages de le lire (`Access-Control-Allow-Origin`), sauf si cette page est sur le même serveur. Aucun cookie n’est envoyé.',
    addressFromLink:
      'Cette adresse vient du lien que vous avez suivi. Rien n’est chargé avant que vous appuyiez sur « Charger ».',
    load: 'Charger',
    badAddress:
      '« {address} » n’est pas une adresse. Écrivez une adresse comme https://city.example/practices.csv, ou /practices.csv pour un fichier de ce site.',
    fileLabel: 'Ou un fichier',
    fileHint:
      'Choisissez un fichier, ou déposez-le n’importe où sur cette page. Un flux est en JSON, un tableau (CSV), en RSS ou en Atom.',
    textLabel: 'Ou le flux lui-même',
    textHint: 'Collez le flux entier, ou la partie à vérifier. Vous pouvez le corriger ici et le vérifier à nouveau.',
    checkText: 'Vérifier le texte',
    examples: 'Essayer un exemple :',
    exampleGood: 'Un bon flux',
    exampleFaulty: 'Un flux avec des erreurs',
    exampleTable: 'Un tableau avec des erreurs',
    report: 'Résultat',
    nothingYet: 'Rien n’est encore vérifié.',
    loading: 'Chargement de {name} …',
    loadingPage: 'Chargement de la page {page} de {name} …',
    checking: 'Vérification de {name} …',
    theText: 'Le texte',

    unreadable: '{name} : impossible de le lire. Les visiteurs ne verraient aucune pratique.',
    nothing: '{name} n’a aucune pratique à montrer.',
    allShown: {
      one: '{name} fonctionne. Les visiteurs voient {count} pratique.',
      other: '{name} fonctionne. Les visiteurs voient les {count} pratiques.',
    },
    someShown: {
      one: '{name} : les visiteurs voient {count} des {records} entrées.',
      other: '{name} : les visiteurs voient {count} des {records} entrées.',
    },
    perfect: 'Aucun problème.',
    errors: {one: '{count} erreur', other: '{count} erreurs'},
    warnings: {one: '{count} avertissement', other: '{count} avertissements'},
    notes: {one: '{count} remarque', other: '{count} remarques'},
    severities:
      'Erreur : quelque chose ne peut pas être montré. Avertissement : c’est montré autrement que prévu. Remarque : cela pourrait être mieux.',
    factsLabel: 'Ce qu’il contient',
    formats: {
      json: 'JSON',
      native: 'JSON dans notre format',
      'json-feed': 'JSON Feed',
      wordpress: 'WordPress',
      drupal: 'Drupal',
      geojson: 'GeoJSON',
      rss: 'RSS ou Atom',
      csv: 'un tableau (CSV)',
    },
    pages: {one: '{count} page', other: '{count} pages'},
    cities: {one: '{count} ville', other: '{count} villes'},
    countries: {one: '{count} pays', other: '{count} pays'},
    topics: {one: '{count} thème', other: '{count} thèmes'},
    noCities: 'aucune ville',
    noCountries: 'aucun pays',
    noTopics: 'aucun thème',
    noYears: 'aucune année',
    years: '{from} à {to}',
    languages: 'textes en {languages}',
    unread:
      'Les pages après le numéro {count} n’ont pas été vérifiées. Le widget ne les montre pas non plus : mettez plus de pratiques par page.',

    error: 'Erreur :',
    warning: 'Avertissement :',
    note: 'Remarque :',
    line: 'Ligne {line}, colonne {column}',
    firstLine: {
      one: 'Ligne {line}, colonne {column}',
      other: 'Premier de {count} endroits : ligne {line}, colonne {column}',
    },
    lineOfTable: 'Ligne {line}',
    firstLineOfTable: {one: 'Ligne {line}', other: 'Premier de {count} endroits : ligne {line}'},
    whole: 'Le document entier',
    inPage: 'dans {page}',
    goToLine: 'Aller à cette ligne dans le champ de texte',
    more: {one: '… et {count} autre du même genre.', other: '… et {count} autres du même genre.'},
    fix: 'Comment le corriger :',
    fetchTip:
      'Ou enregistrez le flux comme fichier, et déposez-le sur cette page. Si cette page est sur le serveur du flux, elle n’a besoin d’aucune permission.',
    columnsTip:
      'Le widget montre les colonnes qui ont ces noms : {names}. Il connaît aussi beaucoup d’autres noms, en plusieurs langues, comme `Titel`, `ville` ou `start date`.',

    repairHeading: 'Le flux réparé',
    repairIntro: {
      one: 'Cette page a corrigé ce qui ne demande aucune décision de votre part. Le résultat a {count} pratique, en JSON dans notre format.',
      other:
        'Cette page a corrigé ce qui ne demande aucune décision de votre part. Le résultat a {count} pratiques, en JSON dans notre format.',
    },
    corrected: 'Corrigé :',
    leftOut: 'Absent, parce que le widget ne peut pas le montrer :',
    left: 'Il vous reste à corriger :',
    noneLeft: 'Il ne reste rien à corriger.',
    repairedTable:
      'Le tableau lui-même reste tel quel. Corrigez-le aussi, ou publiez désormais le flux réparé à sa place.',
    download: 'Télécharger {file}',
    times: '{title} ({count} fois)',

    findings: {
      network: [
        'L’adresse n’a pas pu être chargée',
        'Ouvrez l’adresse dans un navigateur. Si elle y fonctionne, mais pas sur une page d’un autre site, le serveur doit envoyer Access-Control-Allow-Origin.',
      ],
      http: [
        'Le serveur a répondu par une erreur',
        'Ouvrez l’adresse dans une fenêtre privée du navigateur. Elle doit montrer le flux.',
      ],
      timeout: [
        'Le serveur ne répond pas à temps',
        'Réessayez plus tard. Si cela échoue encore, le serveur est trop lent ou ne répond pas.',
      ],
      redirected: [
        'L’adresse mène à un autre serveur',
        'Servez toutes les pages du flux et ses textes depuis un seul serveur, sans renvoi vers un autre. Pour protéger les visiteurs, le widget ne contacte aucun autre serveur.',
      ],
      'too-large': [
        'Le flux est trop grand',
        'Retirez ce dont les visiteurs n’ont pas besoin, ou publiez moins de pratiques.',
      ],
      'not-json': ['Ce n’est pas du JSON', 'Regardez le début du document. Ce devrait être une liste de pratiques.'],
      'not-a-feed': [
        'Ce n’est pas un flux de pratiques',
        'Écrivez une liste de pratiques, `[{"title": "…"}]`, ou un objet avec une telle liste, `{"practices": […]}`. Dans un tableau, nommez une colonne « title ».',
      ],
      'unreadable-file': ['Le fichier ne peut pas être lu', 'Vérifiez son nom, et s’il est encore à sa place.'],
      'not-text': [
        'Le document n’est pas du texte, mais par exemple un classeur (.xlsx), une archive ou un PDF',
        'Enregistrez un classeur au format « CSV UTF-8 », et décompressez une archive. Un flux est un tableau (CSV), ou en JSON, en RSS ou en Atom.',
      ],
      'web-page': [
        'C’est une page web, pas un flux',
        'Utilisez l’adresse du flux lui-même. Si elle est correcte, le serveur demande de se connecter ou montre une erreur.',
      ],
      'no-practices': ['Il n’y a aucune pratique à montrer', 'Ajoutez au moins une pratique avec un titre.'],
      'feed-failed': [
        'Un des flux n’a pas pu être chargé',
        'Ouvrez son adresse dans un navigateur. Elle a peut-être changé, ou elle demande de se connecter.',
      ],
      'texts-failed': [
        'Les textes complets n’ont pas pu être chargés',
        'Ouvrez l’adresse de « texts » dans un navigateur. Ce doit être une liste de pratiques, sur le même serveur que le flux.',
      ],
      'page-failed': [
        'Une page du flux n’a pas pu être chargée',
        'Ouvrez l’adresse de cette page dans un navigateur. Elle a peut-être changé, ou elle demande de se connecter.',
      ],
      'too-many-pages': [
        'Le flux a plus de pages que le widget n’en lit',
        'Réglez le serveur pour qu’il envoie plus de pratiques par page.',
      ],
      'missing-posts': [
        'Des articles de WordPress ne sont sur aucune page',
        'Relancez la vérification. S’ils manquent encore, comparez leurs numéros sur les pages du flux.',
      ],
      'no-next-page': [
        'Le serveur a d’autres pratiques, mais ne dit pas où',
        'Demandez-en plus à la fois dans l’adresse du flux, par exemple avec limit= ou per_page=, ou utilisez l’adresse d’un export. Ou faites que le serveur indique la page suivante (« next »).',
      ],
      'empty-document': ['Le document est vide', 'Enregistrez à nouveau le flux. Le fichier n’a aucun contenu.'],
      'cut-off': [
        'La fin du document manque',
        'Enregistrez ou envoyez le fichier à nouveau, et vérifiez que toutes les parenthèses sont fermées.',
      ],
      'trailing-comma': ['Une virgule après la dernière valeur', 'Retirez cette virgule.'],
      'extra-comma': ['Une virgule sans valeur', 'Retirez cette virgule, ou ajoutez la valeur qui manque.'],
      'missing-comma': ['Une virgule manque', 'Ajoutez une virgule après la valeur qui précède.'],
      'missing-colon': ['Un deux-points manque', 'Ajoutez un deux-points après le nom.'],
      'wrong-quotes': [
        'Des guillemets que JSON ne connaît pas',
        'Mettez les noms et les textes entre guillemets droits : `"…"`.',
      ],
      'unquoted-name': ['Un nom sans guillemets', 'Mettez le nom entre guillemets droits : `"title": "…"`.'],
      'quote-in-text': [
        'Un guillemet dans un texte',
        'Dans un texte, écrivez un guillemet ainsi : `\\"`, ou utilisez « … ». Si le texte finit ici, ajoutez une virgule.',
      ],
      'line-break-in-text': [
        'Un retour à la ligne dans un texte',
        'Fermez le texte avec `"`, ou écrivez le retour à la ligne ainsi : `\\n`.',
      ],
      'control-in-text': [
        'Un caractère de contrôle dans un texte',
        'Écrivez une tabulation ainsi : `\\t`, et retirez les autres caractères de contrôle.',
      ],
      'bad-escape': [
        'Une barre oblique inverse sans signification',
        'Dans un texte, écrivez deux fois la barre oblique inverse : `\\\\`.',
      ],
      'wrong-bracket': [
        'Une parenthèse manque ou n’est pas la bonne',
        'Fermez chaque `{` avec `}` et chaque `[` avec `]`, le dernier ouvert d’abord.',
      ],
      comment: ['Un commentaire', 'Retirez le commentaire. JSON n’en permet pas.'],
      'invisible-character': [
        'Un caractère invisible',
        'Effacez les caractères autour de cet endroit et saisissez-les à nouveau.',
      ],
      'not-a-value': [
        'Une valeur sans guillemets',
        'Mettez les textes entre guillemets droits. Seuls les nombres, `true`, `false` et `null` n’en ont pas besoin.',
      ],
      'more-after-end': [
        'Plusieurs documents en un, ou trop de parenthèses',
        'Mettez plusieurs documents dans une seule liste, `[ …, … ]`, et retirez tout ce qui suit.',
      ],
      'script-around': [
        'Un script autour du flux',
        'Retirez tout ce qui est avant la première `[` ou `{` et après la dernière `]` ou `}`.',
      ],
      'unexpected-character': [
        'Un caractère inattendu',
        'Comparez la ligne avec la précédente. Il manque un guillemet, une virgule ou une parenthèse.',
      ],
      'no-posts': [
        'WordPress n’a aucun article de ce genre',
        'Vérifiez les numéros des catégories et des étiquettes dans l’adresse (`src`), et si elles ont des articles publiés.',
      ],
      'no-places': [
        'Aucune pratique de WordPress n’a de lieu',
        'Nommez les champs comme dans « Field names » de `docs/feed-formats.md`. WordPress n’envoie vos propres champs que si PHP les déclare (`register_post_meta`) : voir « Fields of your own » au même endroit.',
      ],
      'ten-posts': [
        'Le RSS de WordPress omet les articles plus anciens',
        'Utilisez l’API REST de WordPress (`/wp-json/wp/v2/posts`), qui a des pages. Ou augmentez le nombre d’articles des flux dans Réglages → Lecture.',
      ],
      'unknown-version': ['La version du flux est inconnue', 'Écrivez `"version": "1"`.'],
      'bad-topic': ['Un thème n’a ni identifiant ni nom', 'Ajoutez un `"id"` et un `"label"` au thème.'],
      'bad-synonyms': [
        'Des synonymes qui ne sont pas des listes',
        'Écrivez chaque groupe comme une liste, et chaque terme comme un texte : `"synonyms": [["KiTa", "crèche"]]`.',
      ],
      'too-many-synonyms': ['Trop de synonymes', 'Utilisez au plus 500 groupes de 20 termes.'],
      'bad-facet': [
        'Un filtre n’est pas un objet avec un nom',
        'Écrivez `"facets"` comme une liste : `[{"name": "target", "field": "Public cible", "label": "Public cible", "type": "list"}]`.',
      ],
      'bad-facet-name': [
        'Le nom d’un filtre contient d’autres caractères que des minuscules, des chiffres et des traits d’union',
        'Commencez par une minuscule, par exemple `"target"` ou `"target-group"`.',
      ],
      'reserved-facet-name': [
        'Le nom d’un filtre a déjà un autre sens',
        'Choisissez un autre nom : celui-ci est utilisé dans l’adresse de la page ou dans le format.',
      ],
      'duplicate-facet': ['Deux filtres ont le même nom', 'Retirez l’un des deux, ou donnez-lui un autre nom.'],
      'too-many-facets': ['Trop de filtres', 'Utilisez-en six au plus.'],
      'no-facet-label': [
        'Un filtre n’a pas de libellé',
        'Ajoutez un `"label"`, par exemple `{"fr": "Public cible", "de": "Zielgruppe"}`.',
      ],
      'unknown-facet-type': ['Le type d’un filtre est inconnu', 'Utilisez `text`, `list`, `number` ou `year`.'],
      'other-facet-type': ['Un filtre a un autre type dans un autre flux', 'Utilisez le même type dans tous les flux.'],
      'bad-facet-value': [
        'Une valeur ne convient pas à son filtre',
        'Écrivez un texte, un nombre, ou une liste de ceux-ci. Un nombre a des chiffres, et un point avant les décimales : 31000 ou 1250.5. N’écrivez pas 31.000, qui peut signifier 31 ou 31000. Une année a au plus quatre chiffres : 2019.',
      ],
      'empty-facet': [
        'Un filtre n’a aucune valeur',
        'Écrivez dans `"field"` le nom du champ tel que les pratiques l’ont. Majuscules, espaces, traits d’union et tirets bas n’ont pas d’importance.',
      ],
      'bad-collection': [
        'Une sélection n’a pas d’identifiant, de titre ou de pratiques',
        'Écrivez `{"id": "start", "title": "Par où commencer", "practices": ["…"]}`, avec les identifiants des pratiques.',
      ],
      'duplicate-collection': [
        'Deux sélections ont le même identifiant',
        'Donnez à chaque sélection son propre identifiant, car les liens le contiennent.',
      ],
      'too-many-collections': [
        'Trop de sélections, ou trop de pratiques dans une sélection',
        'Utilisez au plus 24 sélections de 500 pratiques.',
      ],
      'too-many-examples': ['Trop d’exemples', 'Utilisez trois exemples au plus.'],
      'missing-practice': [
        'Une pratique d’une sélection n’est pas dans le flux',
        'Utilisez l’identifiant d’une pratique de ce flux. L’adresse d’une pratique ouverte le montre.',
      ],
      'listed-twice': [
        'Une sélection a deux fois la même pratique',
        'Retirez la seconde. La sélection montre la pratique une fois.',
      ],
      'empty-collection': [
        'Une sélection est vide',
        'Ajoutez des identifiants de pratiques de ce flux. Une sélection vide n’est pas montrée.',
      ],
      'bad-filter-feed': [
        'Les flux à suivre ne sont pas une liste de filtres et d’adresses, ou il y en a plus de 500',
        'Écrivez pour chacun un filtre et une adresse : `"feeds": [{"filter": "topic:education", "url": "https://…"}]`.',
      ],
      'unreadable-filter': [
        'Le filtre d’un flux à suivre ne peut pas être lu',
        'Écrivez-le comme l’attribut `scope` : `topic:education country:ES city:"San Sebastián"`. Sinon, ce flux n’est proposé à personne.',
      ],
      'unknown-filter-value': [
        'Aucune pratique ne correspond au filtre d’un flux à suivre',
        'Corrigez la valeur. Un thème est désigné par son identifiant, un pays par son code. Sinon, ce flux n’est proposé à personne.',
      ],
      'too-many-practices': [
        'Plus de pratiques que le widget n’en montre',
        'Augmentez l’attribut `max-practices`, ou publiez moins de pratiques.',
      ],
      'bad-date': [
        'Ce n’est pas une date',
        'Écrivez l’année, le mois et le jour : `"2026-11-24"`. Une heure peut suivre : `"2026-11-24T10:00:00Z"`.',
      ],
      'not-a-record': [
        'Cette entrée n’est pas une pratique',
        'Écrivez chaque pratique comme un objet : `{"title": "…"}`.',
      ],
      'no-title': [
        'Une pratique sans titre n’est pas montrée',
        'Ajoutez un `"title"`. Sans titre, la pratique n’est pas montrée.',
      ],
      'duplicate-id': [
        'Plusieurs pratiques ont le même identifiant',
        'Donnez à chaque pratique son propre identifiant : les liens le contiennent.',
      ],
      'unknown-field': [
        'Un champ que le widget ne connaît pas',
        'Utilisez les noms de champs du format. Les valeurs des autres champs ne sont pas montrées, sauf si la balise en fait des filtres : `facets="target-group:list"` pour une colonne « Target group ».',
      ],
      'unused-field': [
        'Un second champ pour la même chose',
        'Déplacez le texte dans la colonne ou le champ qui est montré, ou renommez celui-ci. Si c’est une traduction, terminez le nom par la langue : `title_de`.',
      ],
      'not-embedded': [
        'Des thèmes ou des images ne sont pas dans le document',
        'Ajoutez `_embed` à l’adresse (WordPress), ou `include=` avec les noms de ces champs (Drupal : `?include=field_topics,field_image`).',
      ],
      'misspelt-field': ['Un nom de champ mal écrit', 'Corrigez le nom. La valeur n’est pas montrée.'],
      'bad-text': [
        'Ce devrait être un texte',
        'Écrivez un texte entre guillemets, ou des textes par langue : `{"en": "…", "fr": "…"}`.',
      ],
      'text-too-long': [
        'Un texte est trop long',
        'Raccourcissez-le. Les visiteurs n’en voient et n’en trouvent que le début.',
      ],
      'too-much-text': [
        'Une pratique a trop de texte',
        'Raccourcissez les parties, ou divisez la pratique. Les visiteurs ne voient et ne trouvent que le texte avant cet endroit.',
      ],
      'too-many-marks': [
        'Une lettre a plus de signes qu’aucune écriture n’en demande',
        'Retirez ces signes. Le widget n’en montre que quelques-uns, car ils couvriraient les lignes au-dessus.',
      ],
      'unknown-language': [
        'Ce n’est pas un code de langue',
        'Utilisez un code de langue, par exemple `"en"`, `"fr"` ou `"pt-BR"`.',
      ],
      'empty-section': ['Une partie sans texte n’est pas montrée', 'Ajoutez le texte de la partie, ou retirez-la.'],
      'unknown-period': [
        'Une période sans année',
        'Écrivez les années avec quatre chiffres : `"2018"`, `"2018–2021"`, `"2018 - ongoing"`.',
      ],
      'unknown-country': [
        'Un pays inconnu',
        'Utilisez le code de deux lettres (ISO 3166-1), par exemple `"GB"`, ou le nom courant du pays.',
      ],
      'unknown-topic': [
        'Le flux ne décrit pas un thème',
        'Décrivez-le dans `"topics"` du flux, ou utilisez un identifiant qui s’y trouve.',
      ],
      'bad-location': [
        'Un lieu doit être [latitude, longitude]',
        'Écrivez la latitude et la longitude en degrés : `[53.8, -1.55]`.',
      ],
      'swapped-location': ['Un lieu a la longitude d’abord', 'Écrivez la latitude d’abord : `[53.8, -1.55]`.'],
      'too-many-items': [
        'Trop de lieux, de thèmes, de liens ou de parties',
        'Retirez-en, ou divisez la pratique. Les 200 premiers comptent.',
      ],
      'unpaired-places': [
        'Les nombres de villes, de pays et de lieux diffèrent',
        'Écrivez autant de pays et de lieux que de villes, dans le même ordre, ou un seul pays pour toutes.',
      ],
      'foreign-address': [
        'Des détails ou des textes sont sur un autre serveur',
        'Mettez-les sur le serveur du flux. Pour protéger les visiteurs, le widget ne contacte aucun autre serveur.',
      ],
      'bad-address': [
        'Ce n’est pas une adresse',
        'Écrivez une adresse complète : `"https://…"`, ou `name@example.org` pour un courriel.',
      ],
      'duplicate-practice': [
        'Une pratique est là deux fois',
        'Gardez-en une. Si ce sont des pratiques différentes, donnez-leur des titres différents.',
      ],
      'city-spellings': [
        'Une ville en plusieurs orthographes',
        'Utilisez une seule orthographe. Les filtres les réunissent, mais les fiches montrent les deux.',
      ],
      'maybe-one-city': [
        'Peut-être une seule ville sous plusieurs noms',
        'Si c’est la même ville, utilisez un seul nom.',
      ],
      'topic-spellings': [
        'Un thème en plusieurs orthographes',
        'Utilisez une seule orthographe. Sinon le thème est deux fois dans les filtres, chaque fois avec une partie de ses pratiques.',
      ],
      'incomplete-address': [
        'Une adresse incomplète mène au serveur du flux',
        'Commencez l’adresse d’une page par « https:// », et celle d’un courriel par « mailto: ». Sinon, c’est un fichier à côté du flux.',
      ],
      'insecure-link': [
        'Des liens sans https',
        'Utilisez https:// si le site le permet. Les navigateurs signalent les liens http:// comme non sûrs.',
      ],
      'insecure-image': [
        'Des images sans https',
        'Utilisez https://. Sur une page sûre, les navigateurs ne montrent pas d’autres images.',
      ],
      'no-summary': ['Des pratiques sans résumé', 'Ajoutez une ou deux phrases sur la pratique. La fiche les montre.'],
      'no-years': [
        'Des pratiques sans période',
        'Ajoutez une `"period"`, par exemple `"2018 - ongoing"`. Sinon la pratique n’apparaît que sous « Sans date ».',
      ],
      'no-place': ['Des pratiques sans lieu', 'Ajoutez la ville (`"city"`) et le pays (`"country"`).'],
      'no-topics': [
        'Des pratiques sans thème',
        'Ajoutez au moins un thème. Beaucoup de visiteurs cherchent par thème.',
      ],
      'no-alt': [
        'Des images sans description',
        'Décrivez l’image dans `"alt"`, pour les visiteurs qui ne peuvent pas la voir.',
      ],
      'short-text': [
        'Un texte complet qui n’ajoute presque rien',
        'Écrivez davantage dans `"sections"`, ou retirez-les et ajoutez une `"url"`.',
      ],
      'damaged-text': [
        'Une lettre est endommagée',
        'Saisissez de nouveau la lettre là où « \uFFFD » apparaît, et enregistrez le flux en UTF-8. Peut-être un programme a-t-il coupé le texte au milieu d’une lettre.',
      ],
      'shown-tags': [
        'Les visiteurs voient des balises HTML',
        'Écrivez du HTML seulement dans les sections : `{"html": "<p>…</p>"}`. Dans les titres, les résumés et les intertitres, retirez les balises, ou écrivez `&lt;` pour `<`.',
      ],
      'wrong-encoding': [
        'Des lettres sont dans un autre codage',
        'Dans Excel, enregistrez un tableau au format « CSV UTF-8 ». Pour un autre programme, choisissez UTF-8, et ne convertissez un texte qu’une fois.',
      ],
      'wrong-language': [
        'Un texte est dans une autre langue qu’indiqué',
        'Indiquez la langue : `"titleLang"`, `{"fr": "…"}` pour un texte, ou `"language"` pour tout le flux.',
      ],
    },
  },
};
