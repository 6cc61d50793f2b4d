import {expect} from '@open-wc/testing';
import {createCompare} from '../../../../src/core/text/compare.js';
import alphabets from '../../../../src/i18n/alphabets.json' with {type: 'json'};

/** Words in the order of their language, as CLDR has it; but the ð of the Faroese is a letter of its own to them. */
const golden: Record<string, string> = {
  sv: 'Asta Zebra Åre Ärla Öland',
  de: 'Arzt Ärzte Ofen Öl Ost Zebra',
  hr: 'Cesta Cvijet Čaj Ćuk Drvo Džep Đak Zid',
  cs: 'Cesta Cukr Čas Had Hora Chata Indie',
  da: 'Apple Zoo Æble Øl Århus',
  es: 'Nadar Nube Ñandú Oso',
  pl: 'Las Lublin Łódź Maj Zebra Źdźbło Żaba',
  tr: 'Cam Çay Dağ Iğdır Izmir İzmir Su Şehir',
  et: 'Sool Šokk Zoo Tartu Vesi Õun Öö Üks',
  az: 'Cz Çay Ez Əl Hzam Xal Iraq İran Kzam Qan Sz Şam',
  bs: 'Cz Čaj Ćup Dz Džep Đak Lz Ljeto Nz Njiva Sz Šuma Zz Žaba',
  cy: 'Czar Chwarae Dzam Ddoe Fzam Ffa Gwr Ngo Lzam Llan Nzam Rzam Rhos Tzam Thus',
  fo: 'Álv Apr Azam Dzam Ðam Zoo Ær Øl',
  gl: 'Na Nz Ñandú Oso',
  hy: 'Եվրոպա Զանգ Ըստ Խոտ Ծառ Ոսկի Ու',
  is: 'Api Ás Dagur Ðan Eldur Él Yndi Ýsa Zebra Þorp Æska Örn',
  mk: 'Гшо Дом Ѓон Зид Ѕид Јаз Кшо Луч Љуб Нула Њива Ќе Цшо Џеп',
  mt: 'Ċavetta Carta Czar Ġar Gzam Għar Hzam Ħobż Żgħir Zokk',
  nn: 'Apal Zoo Ære Øl Ås',
  se: 'Azam Ák Czam Čáhci Dzam Đam Nzam Ŋam Szam Šam Tzam Ŧam Zzam Žam',
  sq: 'Cz Çaj Dzam Dhoma Ezra Ëndërr Gzim Gjak Lulë Llampë Zzz Zhurmë',
};

// Requirement: I-09
describe('createCompare', () => {
  for (const [language, sorted] of Object.entries(golden))
    it(`sorts by the rules of ${language}`, () => {
      const alphabet = (alphabets as Record<string, string>)[language];
      const words = sorted.split(' ').reverse();
      expect(words.sort(createCompare(language, alphabet)).join(' ')).to.equal(sorted);
    });

  for (const alphabet of ['', alphabets.sq]) {
    const compare = createCompare('sq', alphabet);

    it(`sorts numbers by value${alphabet ? ', and foreign accents as variants, with its own alphabet' : ''}`, () => {
      const words = ['a 10', 'a 9', 'É', 'e', 'f', '日', 'ж', ''];
      expect(words.sort(compare)).to.deep.equal(['', 'a 9', 'a 10', 'e', 'É', 'f', 'ж', '日'].sort(compare));
      expect(['f', 'É', 'e'].sort(compare).join('')).to.equal('eÉf');
      expect(['a 10', 'a 9'].sort(compare).join()).to.equal('a 9,a 10');
    });
  }
});
