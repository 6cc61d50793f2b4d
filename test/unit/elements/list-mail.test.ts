import {expect} from '@open-wc/testing';
import {listMailAddress, MAX_MAIL_ADDRESS, type ListMail} from '../../../src/elements/features/list-mail.js';
import fc from '../../support/fast-check.mjs';

const link = 'https://town.example/practices?gp-list=a&gp-list=b';
const mail = (parts: Partial<ListMail>) =>
  listMailAddress({subject: 'Ideas', note: '', titles: [], more: (count) => `and ${count} more`, link, ...parts});
/** The message as the mail program shows it. */
const read = (address: string) => {
  const [, subject, body] = /^mailto:\?subject=([^&]*)&body=([^&]*)$/.exec(address)!;
  return {subject: decodeURIComponent(subject!), body: decodeURIComponent(body!)};
};

describe('the e-mail about a list', () => {
  it('has the note, the titles and the link', () => {
    const {body, subject} = read(mail({note: 'Dear all,\nlook!', titles: ['Garden & tools', '100 % school']}));
    expect(subject).to.equal('Ideas');
    expect(body).to.equal(`Dear all,\r\nlook!\r\n\r\n- Garden & tools\r\n- 100 % school\r\n\r\n${link}`);
  });

  it('has the link alone if there is nothing else to say', () => {
    expect(read(mail({})).body).to.equal(link);
  });

  it('has as many titles as fit, and says how many there are beyond', () => {
    const titles = Array.from({length: 60}, (_, i) => `A practice about housing, number ${i}`);
    const address = mail({titles});
    const lines = read(address).body.split('\r\n');
    const shown = lines.filter((line) => line.startsWith('- ')).length;
    expect(shown).to.be.within(20, 40);
    expect(lines.slice(shown)).to.deep.equal([`and ${60 - shown} more`, '', link]);
    expect(address.length).to.be.within(MAX_MAIL_ADDRESS - 120, MAX_MAIL_ADDRESS);
  });

  it('cuts a long note, and keeps the link', () => {
    const address = mail({note: 'Ваша ідея. '.repeat(90), titles: ['Garden']});
    const {body} = read(address);
    expect(address.length).to.be.at.most(MAX_MAIL_ADDRESS);
    expect(body).to.match(/^(Ваша ідея\. )+.*…\r\n\r\nhttps:/);
    expect(body.endsWith(link)).to.equal(true);
  });

  it('keeps the link of a full list whole, although it is too long by itself', () => {
    const long = `https://town.example/?${Array.from({length: 100}, (_, i) => `gp-list=practice-${i}`).join('&')}`;
    const {body} = read(mail({link: long, note: 'Look', titles: ['Garden']}));
    expect(body).to.equal(long);
  });

  it('is never too long, and never cuts a character or an escape', () => {
    const letters = ['a', ' ', '&', '%', 'ñ', 'ش', '漢', '👩‍👩‍👧', 'e\u0301', '\n', '\ud800', '\u202e'];
    const text = fc.array(fc.constantFrom(...letters), {maxLength: 1000}).map((list) => list.join(''));
    fc.assert(
      fc.property(text, text, fc.array(text, {maxLength: 10}), (subject, note, titles) => {
        const address = mail({note, subject, titles});
        // Throws if an escape or a character is cut.
        const {body} = read(address);
        expect(address.length).to.be.at.most(MAX_MAIL_ADDRESS);
        expect(body.endsWith(link)).to.equal(true);
        expect(body).not.to.match(/\u200d…|(?<!e)\u0301/);
      }),
    );
  });
});
