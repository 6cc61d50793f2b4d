// What the generated practices are about. No list is complete, or means anything.

/** Cities spelt as they spell themselves; `language` names a word list (null: English), and `weight` says how often a country is drawn. */
export const places = `
  Spain | spanish | 9 | Madrid, Barcelona, Málaga, València, Sevilla, Zaragoza, A Coruña, Gijón, Vitoria-Gasteiz, Córdoba, Logroño, Alcalá de Henares
  Italy | italian | 9 | Roma, Milano, Torino, Bologna, Forlì, Reggio Emilia, Napoli, Palermo, Cantù, Genova, Bari
  France | french | 9 | Paris, Lyon, Nîmes, Besançon, Orléans, Saint-Étienne, Bordeaux, Grenoble, Mulhouse, Évreux, Béziers
  Germany | german | 8 | Berlin, München, Köln, Düsseldorf, Nürnberg, Leipzig, Münster, Lübeck, Göttingen, Saarbrücken, Freiburg
  Netherlands | dutch | 6 | Amsterdam, Rotterdam, Utrecht, Eindhoven, Groningen, Haarlem, Nijmegen, Tilburg
  Belgium | dutch | 4 | Gent, Antwerpen, Brugge, Liège, Namur, Leuven, Mechelen
  Poland | polish | 6 | Warszawa, Kraków, Łódź, Gdańsk, Wrocław, Poznań, Białystok, Rzeszów, Częstochowa, Toruń
  Portugal | portuguese | 5 | Lisboa, Porto, Braga, Évora, Setúbal, Guimarães, Águeda, Cascais
  Greece | greek | 4 | Athens, Θεσσαλονίκη, Πάτρα, Heraklion, Λάρισα, Ιωάννινα, Trikala
  Sweden | swedish | 4 | Stockholm, Göteborg, Malmö, Umeå, Linköping, Örebro, Västerås
  Denmark | danish | 3 | København, Århus, Odense, Ålborg, Sønderborg, Helsingør
  Norway | norwegian | 3 | Oslo, Bergen, Tromsø, Ålesund, Bærum, Stavanger
  Finland | finnish | 4 | Helsinki, Tampere, Turku, Oulu, Jyväskylä, Järvenpää, Espoo
  Austria | german | 3 | Wien, Graz, Linz, Salzburg, Sankt Pölten, Innsbruck
  Switzerland | german | 2 | Zürich, Genève, Bern, Basel, Lausanne
  Czechia | czech | 3 | Praha, Brno, Ostrava, Plzeň, Olomouc, České Budějovice, Ústí nad Labem
  Slovakia | slovak | 2 | Bratislava, Košice, Žilina, Banská Bystrica, Trenčín
  Hungary | hungarian | 3 | Budapest, Debrecen, Győr, Pécs, Székesfehérvár, Nyíregyháza
  Romania | romanian | 3 | București, Cluj-Napoca, Timișoara, Iași, Brașov, Bistrița
  Bulgaria | bulgarian | 2 | София, Пловдив, Varna, Бургас, Gabrovo
  Croatia | slovenian | 2 | Zagreb, Split, Rijeka, Varaždin, Čakovec, Šibenik
  Slovenia | slovenian | 2 | Ljubljana, Maribor, Kranj, Škofja Loka, Idrija
  Estonia | estonian | 2 | Tallinn, Tartu, Pärnu, Jõhvi
  Latvia | latvian | 2 | Rīga, Jelgava, Liepāja, Jūrmala
  Lithuania | lithuanian | 2 | Vilnius, Kaunas, Šiauliai, Klaipėda
  Ireland | | 3 | Dublin, Cork, Galway, Limerick, Dún Laoghaire
  United Kingdom | | 4 | London, Glasgow, Manchester, Bristol, Leeds, Cardiff
  Ukraine | ukrainian | 3 | Київ, Львів, Харків, Одеса, Mariupol, Вінниця
  Türkiye | turkish | 3 | İstanbul, İzmir, Eskişehir, Muğla, Ankara, Diyarbakır
  Japan | japanese | 2 | 東京, 京都市, Toyama, 札幌市, Yokohama
  China | chinese | 1 | 深圳, 上海, Chengdu, 杭州
  South Korea | korean | 1 | 서울, 수원, Busan
  Morocco | arabic | 1 | الرباط, Casablanca, مراكش, Tanger
  Egypt | arabic | 1 | القاهرة, Alexandria, الجيزة
  Israel | hebrew | 1 | תל אביב, Haifa, ירושלים
  Brazil | portuguese | 2 | São Paulo, Curitiba, Belém, Florianópolis, Maringá
  Colombia | spanish | 2 | Bogotá, Medellín, Cali, Ibagué
  Mexico | spanish | 2 | Ciudad de México, Mérida, Querétaro, León
  Canada | french | 2 | Montréal, Québec, Toronto, Vancouver, Trois-Rivières
  United States | | 2 | New York, Portland, Boston, Pittsburgh, Minneapolis
  India | hindi | 1 | मुंबई, Pune, Ahmedabad, दिल्ली
  Thailand | thai | 1 | กรุงเทพ, Chiang Mai
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([country, language, weight, cities]) => ({
    country,
    language: language || null,
    weight: Number(weight),
    cities: cities.split(', '),
  }));

/** The most frequent first. */
export const topics = [
  'Mobility',
  'Climate',
  'Energy',
  'Housing',
  'Digital',
  'Inclusion',
  'Health',
  'Culture',
  'Education',
  'Employment',
  'Economy',
  'Circular economy',
  'Waste',
  'Water',
  'Biodiversity',
  'Public space',
  'Governance',
  'Youth',
];

/** Words that every such text is full of, the most frequent first. */
export const jargon = `
  city cities citizens local municipality urban public project sustainable community services residents mobility
  climate energy strategy neighbourhood participation social housing development plan network partners policy digital
  innovation transport green action good practice practices support young people integrated approach data schools
  access measures inclusion cycling air quality emissions heat buildings renewable waste water circular economy food
  health culture heritage education training employment jobs entrepreneurs business investment funding budget
  governance stakeholders workshop pilot testing results impact evaluation lessons transfer replication scale
  monitoring indicators target goals council mayor department administration regional national european union
  programme fund regeneration renovation brownfield square park parks trees gardens biodiversity nature river flood
  drainage rain rainwater adaptation resilience mitigation carbon neutral solar panels district heating efficiency
  retrofit tenants affordable cooperative homeless migrants refugees women gender elderly ageing children families
  disability accessibility volunteers associations ngos libraries museums theatre festival tourism creative artists
  craft makers incubator startups market shops retail vacancy centre street streets pedestrian superblock parking cars
  electric buses tram rail bicycle lanes sharing logistics delivery freight last mile tickets app platform sensors
  dashboard open portal standard privacy skills literacy algorithm procurement contract tender living lab codesign
  assembly deliberation budgeting referendum trust transparency cohesion safety prevention crime night youth sport
  playground schoolyard canteen kitchen compost recycling repair reuse textiles plastic packaging collection landfill
  wastewater leakage metering drinking fountains groundwater coast port
`
  .trim()
  .split(/\s+/);
