/** What is typed, and a title that it finds. Each line is `query → title`, by language or by what is particular about the pairs. */
export const sameSpellings = {
  German: `
    grossstadt → Großstadt
    GROSSE STRASSE → Große Straße
    straße → STRAẞE
    zurich → Zürich
    ubergange → Übergänge
    arbeit → Jugendarbeit
  `,
  French: `
    oeuvre → Œuvre commune
    coeur → Cœur de ville
    a l'ecole des garcons → À l’école des garçons
    ete orleans → L’été à Orléans
    noel naivete → Noël, naïveté
    hay roses → L’Haÿ-les-Roses
  `,
  Spanish: `
    ninos logrono → Niños y niñas de Logroño
    como integracion → ¿Cómo? Integración
  `,
  Catalan: `
    intel·ligencia → Intel·ligència col·lectiva
  `,
  Portuguese: `
    sao joao educacao → São João, educação
  `,
  Italian: `
    citta comunita → Città è comunità
  `,
  Romanian: `
    timisoara brasov → Timișoara și Brașov
    Timişoara → Timișoara (virgulă)
    Constanța → Constanţa (sedilă)
  `,
  Polish: `
    lodz krakow → Łódź, Kraków
    zrodlo → Źródło wiedzy
    zolc → ŻÓŁĆ
  `,
  Czech: `
    zizkov plzen pribor → Žižkov, Plzeň, Příbor
  `,
  Slovak: `
    ludia mesta → Ľudia a mestá
  `,
  Hungarian: `
    gyor pecs erdo → Győr, Pécs, erdő
    osi fold → Ősi föld
  `,
  Croatian: `
    dakovo sibenik cakovec → Đakovo, Šibenik, Čakovec
  `,
  Slovenian: `
    zuzemberk scit → Žužemberk ščit
  `,
  Danish: `
    aero kobenhavn → Ærø, København
    arhus → Århus
  `,
  Norwegian: `
    tromso baerum → Tromsø, Bærum
  `,
  Swedish: `
    goteborg malmo are → Göteborg, Malmö, Åre
  `,
  Icelandic: `
    thorshofn sudurlandi → Þórshöfn á Suðurlandi
  `,
  Faroese: `
    torshavn foroyar → Tórshavn, Føroyar
  `,
  Finnish: `
    hameenlinna yhteiso → Hämeenlinna, yhteisö
  `,
  Estonian: `
    polva opetaja → Põlva, Õpetaja
  `,
  Latvian: `
    riga liepaja kekava → Rīga, Liepāja, Ķekava
  `,
  Lithuanian: `
    siauliai panevezys → Šiauliai, Panevėžys
  `,
  Maltese: `
    hal gharghur → Ħal Għargħur
    zejtun centru gdid → Iż-Żejtun u ċentru ġdid
  `,
  Irish: `
    baile ata cliat → Ḃaile Áṫa Cliaṫ
    eireann → Oideachas Éireann
  `,
  Welsh: `
    ty wyl → Tŷ Cymru ŵyl
  `,
  Turkish: `
    istanbulda genclik → İstanbul’da gençlik
    igdir diyarbakir → Iğdır, DIYARBAKIR
    DİYARBAKIR → Diyarbakır
  `,
  Azerbaijani: `
    gence seki icma → Gəncə, Şəki, İcma
  `,
  Kurdish: `
    dilok sex urfa → Dîlok, Şêx, Ûrfa
  `,
  Sami: `
    karasjohka raddi nahkku → Kárášjohka, Ráđđi, Ŋáhkku
  `,
  Vietnamese: `
    da nang thanh pho → Đà Nẵng, thành phố
    nguoi viet tre → Người Việt trẻ
  `,
  Hausa: `
    kungiya bangare dalibi → Ƙungiya, ɓangare, ɗalibi
  `,
  Yoruba: `
    ibadan omo egbe → Ìbàdàn ọmọ ẹgbẹ\u0301
  `,
  Esperanto: `
    ciuj sangoj gardeno → Ĉiuj ŝanĝoj, ĝardeno
  `,
  Sorbian: `
    chosebuz luzica → Chóśebuz, Łužica
  `,
  Greek: `
    αθηνα θεσσαλονικη → Αθήνα, Θεσσαλονίκη
    δημοσ → Δήμος Πατρέων
    ΔΗΜΟΣ → δημος
    Δήμος Αθηναίων → ΔΗΜΟΣ ΑΘΗΝΑΙΩΝ
    μαιου προυπολογισμος → Μαΐου, προϋπολογισμός
    ωδη αρχαια → ᾨδή ἀρχαία
  `,
  Arabic: `
    البيت → بيت الشعب
    المدينة → مدينة
    البي → البيت القديم
    مدرسة → مُدَرِّسَةٌ
    مدرسه → مدرسة
    مدرسة → مـــدرســـة
    اسلام → إسلام وأمان وآثار
    أحمد → احمد
    اثار → آثار المدينة
    مستشفي → مستشفى
    مدرسة → المدرسة الجديدة
    مسوول → مسؤول
    مدرسة → ﻣﺪﺭﺳﺔ
    الله → ﷲ
  `,
  Hebrew: `
    צ'כיה → צ׳כיה
    שלום עיר → שָׁלוֹם עִיר
    שָׁלוֹם → שלום
    צה"ל → צה״ל ת״א
    ספר → בית־ספר
    בירושלים → ירושלים
    ספרייה → הספרייה העירונית
  `,
  Uzbek: `
    o'zbekcha → oʻzbekcha
  `,
  Ukrainian: `
    п'ять → п’ять об’єднань
    пять обєднань → п’ять об’єднань
    киів іжа → Київ, їжа
    здоров'я сім'ї → Здоров’я сім’ї
    здоровʼя → Здоров’я
    здоровя → Здоров’я
  `,
  Breton: `
    c'hoar → c’hoar ha brec’h
  `,
  English: `
    city's → the city’s parks
  `,
  Russian: `
    елка раионы → Ёлка, районы
    все еще → Всё ещё
    всё → все
    молодежь → МОЛОДЁЖЬ
  `,
  Belarusian: `
    магілеў → Магілёў
  `,
  Bulgarian: `
    загора и → Стара Загора, ѝ
  `,
  Serbian: `
    омладина → Нови Сад, омладина
    cacak nis dorde → Čačak, Niš, Đorđe
    ђорђе љубав → Чачак, Ђорђе, Љубав
  `,
  Macedonian: `
    горче кустендил → Ѓорче, Ќустендил
  `,
  Kazakh: `
    қазақстан → Қазақстан өңірі
  `,
  Armenian: `
    երևան → Երևան քաղաք
    երեվան → ԵՐԵՎԱՆ
    ԵՐԵՒԱՆ → Երևան
    երեւան → Երևան
  `,
  Georgian: `
    თბილისი → თბილისი
    თბილისი → ᲗᲑᲘᲚᲘᲡᲘ
    ᲗᲑᲘᲚᲘᲡᲘ → თბილისი
  `,
  Yiddish: `
    יידיש → ייִדיש
  `,
  Persian: `
    كتاب فارسي → کتاب فارسی
    کتاب فارسی → كتاب فارسي
    میخواهم → می\u200cخواهم
    خانه → خانۀ ما
  `,
  Urdu: `
    بچه شهر → بچہ اور شہر
  `,
  'Arabic digits': `
    2023 → سنة ٢٠٢٣
    ٢٠٢٣ → عام 2023
  `,
  'Persian digits': `
    1402 → سال ۱۴۰۲
  `,
  'Hindi digits': `
    2023 → वर्ष २०२३
  `,
  'Bengali digits': `
    2023 → সাল ২০২৩
  `,
  'Thai digits': `
    2566 → ปี ๒๕๖๖
  `,
  Hindi: `
    हिन्दी → हिन्दी भाषा
    ज़िला → ज़िला
    क़लम → क़लम
    समुदाय → शिक्षा और समुदाय
    शिक्ष → शिक्षा
  `,
  Marathi: `
    महाराष्ट्र → महाराष्ट्र राज्य
  `,
  Bengali: `
    বাংলা → বাংলা ভাষা
    বাংলা → বাংলাদেশ
    বড় → বড়
  `,
  Tamil: `
    தமிழ் → தமிழ் மொழி
  `,
  Telugu: `
    తెలుగు → తెలుగు భాష
  `,
  Punjabi: `
    ਪੰਜਾਬੀ → ਪੰਜਾਬੀ
  `,
  Sinhala: `
    සිංහල → සිංහල
  `,
  Thai: `
    ชุมชน → โรงเรียนชุมชน
    โรงเรียน → โรงเรียนชุมชน
    กรุงเทพ → กรุงเทพมหานคร
    น้ำ → น้ำ
    น่า → เมืองน่าอยู่
  `,
  Lao: `
    ເມືອງ → ວຽງຈັນ ເມືອງ
    ວຽງຈັນ → ນະຄອນຫຼວງວຽງຈັນ
  `,
  Khmer: `
    ភ្នំ → ភ្នំពេញ
    ភ្នំពេញ → ទីក្រុងភ្នំពេញ
  `,
  Burmese: `
    ရန်ကုန် → ရန်ကုန်မြို့
    နိုင်ငံ → မြန်မာနိုင်ငံ
  `,
  Japanese: `
    かたかな → カタカナ教室
    ヒラガナ → ひらがな
    ヤマダ → ﾔﾏﾀﾞ図書館
    ｶﾞｲﾄﾞ → ガイドブック
    すーぱー → スーパー
    かぎ → カギ
    ｶﾞｯｺｳ → がっこう
    ゔぇねつぃあ → ヴェネツィア
    が → がっこう
    ｺﾐｭﾆﾃｨ → コミュニティ
    東 → 東京都の公園
    都 → 東京都の公園
    園 → 東京都の公園
    公園 → 東京都の公園
    東京都 → 東京都の公園
    文化 → 多文化共生センター
    共生 → 多文化共生センター
    図書館 → 図書館で読む
    人々 → 人々の街
    佐々木 → 佐々木さん
    と → 漢字とかな
    株 → ㈱市民
    2023 → ２０２３年度
    5年 → 令和5年
  `,
  Chinese: `
    公园 → 北京市公园
    京 → 北京市公园
    图书馆 → 公共图书馆
    馆 → 公共图书馆
    文化政策 → 多元文化政策
    𠮷 → 社区𠮷野家
    上海 → 上海
  `,
  Korean: `
    한국 → 한국의 도시
    도서관 → 도서관에서 만나는 이웃
    학교 → 학교는 열린 곳
    서울 → 서울시청
    시청 → 서울시청
    문화 → 다문화센터
    센터 → 다문화센터
  `,
  'Full width': `
    abc def → ＡＢＣ　Ｄｅｆ
    ＡＢＣ　Ｄｅｆ → abc def
    123 → １２３
    １２３ → 123 Straße
  `,
  'Soft hyphen': `
    integration → Inte\u00adgra\u00adtion
    inte\u00adgration → Integration
  `,
  'Zero width': `
    intercultural → inter\u200bcultural
  `,
  NFD: `
    zürich ångström → Zu\u0308rich A\u030angstro\u0308m
    zu\u0308rich → Zürich
  `,
  Ligatures: `
    finance office flow → ﬁnance oﬃce ﬂow
    ﬁnance → finance
    ijsselmeer → Ĳsselmeer
    ljubav → ǈubav
  `,
  NBSP: `
    public space → Public\u00a0space
    public\u00a0space → public space
    "public space" → public\u202fspace
  `,
  Curly: `
    l'étranger → l’étranger
    "public space" → “public space”
    “public space” → public space
    « vivre ensemble » → vivre ensemble
    „vivre ensemble“ → vivre ensemble
    barcelona's → Barcelona’s plan
    obrien → O’Brien
    kahoolawe → Kahoʻolawe
  `,
  Math: `
    bold → ℝeal 𝐁old
  `,
  Superscript: `
    co2 → CO₂ m²
  `,
  Fractions: `
    no 5 → № 5
  `,
};

/** What is typed, and a title that it does not find: words that only look alike, another order, other numbers. */
export const otherWords = {
  English: `
    art → A school party
    car → The cat
    bug → A bus stop
    "space public" → Public space
    "music park" → Music in the park
    "new schools" → A new school
    2016 → In the year 2015
    -children → Children play
    zebra → Zoo and gardens
    disintegration → Integration
  `,
  German: `
    Schuhe → Schulhof
    Kirche → Küche
    Masern → Maße
  `,
  Spanish: `
    uno → Año nuevo
  `,
  Turkish: `
    kedi → Kadın
    kuş → Kış
  `,
  Greek: `
    δρόμος → Νόμος
    ζέβρα → Κήπος
  `,
  Russian: `
    том → Дом
    зебра → Школа
    мор → Мир
  `,
  Ukrainian: `
    кит → Кіт
  `,
  Serbian: `
    Beograd → Београд
  `,
  'Cyrillic and Latin': `
    copa → Сора
  `,
  'Greek and Latin': `
    abe → ΑΒΕ
  `,
  Armenian: `
    զեբր → Երեվան
    դուռ → Դպրոց
  `,
  Georgian: `
    ზებრა → სკოლა
  `,
  Hebrew: `
    שפר → ספר
    זברה → גן ילדים
    ביתספר → בית־ספר
  `,
  Arabic: `
    باب → كتاب
    كلب → قلب
    حمار → مدرسة
    بنت → بيت
  `,
  Persian: `
    شعر → شهر
    خار → کار
  `,
  Urdu: `
    کھا → کہا
  `,
  Hindi: `
    काल → कल
    दीन → दिन
    ज़ेबरा → विद्यालय
  `,
  Bengali: `
    বউ → বই
  `,
  Tamil: `
    மழை → மலை
  `,
  Thai: `
    ปา → ป่า
    ม้าลาย → โรงเรียน
  `,
  Khmer: `
    សេះ → សាលា
  `,
  Japanese: `
    がき → かき
    ばし → はし
    かき → かぎ
    さか → さが
    バト → ハト
    京東 → 東京
    園芸 → 公園
    美術館 → 図書館
    "共生文化" → 多文化共生
    パト → ハト
    入 → 人
    太 → 大きな犬
  `,
  Chinese: `
    国中 → 中国
    海上 → 上海
    大学 → 学校
    士 → 土地
    动物 → 公园
  `,
  Korean: `
    학생 → 학교
    박물관 → 도서관
    불 → 물
    빵 → 방
  `,
  Vietnamese: `
    Hải Phòng → Hà Nội
  `,
  Digits: `
    2016 → ٢٠١٥
    2016 → २०१५
    2016 → ２０１５
  `,
  'Full width': `
    abd → ＡＢＣ
  `,
  Phrase: `
    “space public” → “public space”
    「恐竜」 → 多文化共生
  `,
  Emoji: `
    🎉🎉zebra → Fun 🎉
  `,
};
