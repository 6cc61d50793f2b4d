/** The countries of each region that people search for, by its English name. */
export const regions: Readonly<Record<string, string>> = {
  Africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DZ EG ER ET GA GH GM GN GQ KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW',
  Asia: 'AF BD CN HK ID IN JP KG KH KR KZ LA LK MM MN MY NP PH PK SG TH TJ TM TW UZ VN',
  Balkans: 'AL BA BG GR HR ME MK RO RS SI XK',
  'Baltic states': 'EE LT LV',
  'Latin America': 'AR BO BR CL CO CR CU DO EC GT HN HT MX NI PA PE PY SV UY VE',
  'Middle East': 'AE BH EG IL IQ IR JO KW LB OM PS QA SA SY YE',
  'Nordic countries': 'DK FI IS NO SE',
  Scandinavia: 'DK NO SE',
  'South America': 'AR BO BR CL CO EC PE PY UY VE',
};
