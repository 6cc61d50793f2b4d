// Feeds to try. They are here and not in files, because browsers load no files from disk.

const good = `{
  "version": "1",
  "title": "Good practices",
  "language": "en",
  "topics": [
    {"id": "work", "label": "Business and labour market"},
    {"id": "arts", "label": "Culture and leisure"}
  ],
  "practices": [
    {
      "id": "leeds-anchors",
      "title": "The Inclusive Anchors Network",
      "city": "Leeds",
      "country": "GB",
      "period": "2022 - ongoing",
      "topics": ["work"],
      "summary": "Thirteen large employers pool their efforts so that hiring across the city reaches more people.",
      "url": "https://www.city.example/anchors"
    },
    {
      "id": "neuchatel-week",
      "title": {"fr": "La semaine interculturelle", "en": "The Intercultural Week"},
      "city": "Neuchâtel",
      "country": "CH",
      "period": "2014 - 2024",
      "topics": ["arts"],
      "summary": "Schools, clubs and museums open their doors to all for a week.",
      "url": "https://www.city.example/week"
    }
  ]
}
`;

const faulty = `[
  {
    "title": "The "Big" Lunch",
    "city": "Leeds",
    "country": "GB",
    "period": "2022",
    "topics": ["Culture and leisure"],
    "summary": "Neighbours eat together in the street.",
    "url": "https://www.city.example/lunch",
  },
  {
    "tilte": "Neighbourhood walks",
    "city": "leeds",
    "country": "Great Britian",
    "period": "last summer",
    "topics": ["culture and leisure"],
    "summary": "Residents show each other their streets.",
    "url": "http://www.city.example/walks"
  }
  {
    "city": "Oslo",
    "country": "NO",
    "summary": "This practice has no title."
  }
]
`;

const table = `Title;City;Country;Period;Topics;Summary;Link
The Intercultural Week;Neuchâtel;Switzerland;2014 - ongoing;Culture;Schools, clubs and museums open their doors.;https://www.city.example/week
Neighbourhood walks;London Lewisham;UK;2019;culture;Residents show each other their streets.;https://www.city.example/walks
The Big Lunch;London-Lewisham;Untied Kingdom;soon;Culture;Neighbours eat together.;http://www.city.example/lunch
;Oslo;NO;2020;Culture;This practice has no title.;
`;

export const examples = {good, faulty, table};
