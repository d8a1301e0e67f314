import { expect } from 'chai';
import { fixedSource, NOON, snapshot, storeContents } from '../../test/lens-snapshot.js';
import { eraseWithCard, erasureCard } from './erasure-card.js';
import { lensFormat } from './lens-format.js';
import type { LensReceipt, LensSource } from './lens-source.js';
import { loadLensTexts } from './lens-words.js';
import { receiptFile, receiptLines, watchLines } from './receipt-file.js';

const LOOK = { snapshot: snapshot() };
const RECEIPT: LensReceipt = { removed: 6, at: NOON.at, verified: true, grade: 'reachable' };
const WATCHED = { lookedAt: NOON.at, back: 0, fresh: 0, blind: false, over: false };
const card = (over: Partial<LensReceipt> = {}) =>
  erasureCard(LOOK, { scope: 'default', receipt: { ...RECEIPT, ...over } });

describe('[R113] the card of an erasure', () => {
  it('counts what was there by kind, and knows its ids', () => {
    const { kinds, decisions, erased, removed } = card();
    expect(kinds.reduce((total, { rows }) => total + rows, 0)).to.equal(removed);
    expect(kinds.map(({ group }) => group)).to.have.members(['views', 'purchases', 'searches', 'statements']);
    expect(decisions).to.equal(2);
    expect([...erased]).to.have.members(storeContents().events.map(({ id }) => id));
  });

  it('comes from the look before the erasure, and is none where it could not be done', async () => {
    const calls: string[] = [];
    const source: LensSource = {
      ...fixedSource(LOOK),
      look: () => {
        calls.push('look');
        return Promise.resolve(LOOK);
      },
      command: ({ op }) => {
        calls.push(op);
        return Promise.resolve(RECEIPT);
      },
    };
    expect((await eraseWithCard(source, 'default')).removed).to.equal(6);
    expect(calls).to.deep.equal(['look', 'erase']);
    const refusing = { ...source, command: () => Promise.reject(new Error('no answer')) };
    const failed = await eraseWithCard(refusing, 'default').catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(Error);
  });

  it('takes what a receipt does not say clearly for the lesser grade', () => {
    expect(card({ grade: 'file' }).grade).to.equal('file');
    const odd = JSON.parse('{"removed":1,"at":1,"verified":true,"grade":"all of it"}') as LensReceipt;
    expect(erasureCard(undefined, { scope: 'default', receipt: odd }).grade).to.equal('reachable');
  });

  for (const lang of ['en', 'nl'])
    it(`says in words what is true, and nothing of what was erased (${lang})`, async () => {
      const { words } = await loadLensTexts(lang);
      const format = lensFormat(lang);
      const said = receiptLines(card(), words, format).flatMap(([, lines]) => lines);
      expect(said).to.include(words.card.verified);
      expect(said).to.include(words.card.grades.reachable);
      const left = receiptLines(card({ verified: false, grade: 'file' }), words, format).flatMap(([, lines]) => lines);
      expect(left).to.include(words.card.unverified);
      expect(left).to.include(words.card.grades.file);
      const file = receiptFile(card(), { words, format, watched: WATCHED });
      expect(file.name).to.match(/^[a-z-]+-2026-10-03\.html$/);
      expect(file.text).to.contain('tactful-receipt').and.to.contain(`lang="${lang}"`);
      expect(file.text).not.to.match(/hose|paint|tab:|t1/);
    });

  it('keeps text of a page text in the file', async () => {
    const { words } = await loadLensTexts('en');
    const hostile = { ...card(), site: '<img src=x onerror=alert(1)>"&' };
    const { text } = receiptFile(hostile, { words, format: lensFormat('en'), watched: WATCHED });
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    expect(parsed.querySelector('img, script')).to.equal(null);
    expect(parsed.querySelector('dd')?.textContent).to.equal(hostile.site);
    expect(JSON.parse(parsed.querySelector('pre')?.textContent ?? '')).to.deep.include({ v: 1, site: hostile.site });
  });

  it('says when it looked, whether anything is back, and when it cannot see', async () => {
    const { words } = await loadLensTexts('en');
    const lines = (over: Partial<typeof WATCHED>) => watchLines({ ...WATCHED, ...over }, words, lensFormat('en'));
    expect(lines({})[0]).to.equal(words.card.absent);
    expect(lines({})[1]).to.match(/looked last at \d/);
    expect(lines({ back: 2 })[0]).to.equal(words.card.back(2));
    expect(lines({ fresh: 1 })).to.include(words.card.fresh(1));
    expect(lines({ blind: true })).to.include(words.card.blind);
  });
});
