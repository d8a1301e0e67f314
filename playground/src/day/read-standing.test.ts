import { DAY_CARD_IDS } from '@tactful/simulator';
import { expect } from 'chai';
import { LANGUAGES } from '../language.js';
import { MORNING } from './day-state.js';
import { saidBy, whyOf, cameOf } from './front-words.js';
import { dayOf, FRONTS, lastOpen, standingAt } from './read-standing.js';
import { dayTexts } from './texts.js';

describe('[G54] what the three shops answer', () => {
  it('[G54] every shop at every card, in either language: what it says, why, and what came of it', () => {
    for (const lang of LANGUAGES) {
      const texts = dayTexts(lang);
      const day = dayOf(MORNING, lang, { withClass: false });
      for (const card of DAY_CARD_IDS)
        for (const name of FRONTS) {
          const now = standingAt(day, card, name)?.now;
          if (!now) throw new Error(`${name} at ${card}`);
          const lines = [
            whyOf(name, { outcome: now, card }, texts),
            cameOf(now, texts),
            ...(now.speaks ? [saidBy(now, lang)] : []),
          ];
          for (const line of lines) expect(line, `${lang} ${name} ${card}`).to.match(/^[^{}]*\S[^{}]*$/);
        }
    }
  });

  it('[G54] tactful’s reason is the engine’s own, with its code', () => {
    const at = (card: (typeof DAY_CARD_IDS)[number]) => {
      const now = standingAt(dayOf(MORNING, 'en', { withClass: false }), card, 'tactful')?.now;
      if (!now) throw new Error(card);
      return [now.reason, whyOf('tactful', { outcome: now, card }, dayTexts('en'))];
    };
    expect(at('till')).to.deep.equal(['TASK_FOCUS', 'You are in the middle of something.']);
    expect(at('cemetery')[0]).to.equal('QUIET_TIME');
    expect(at('tellMe')[0]).to.equal('YOU_ASKED');
  });

  it('[G54] shops stand as after the last card that they have answered', () => {
    expect(lastOpen(MORNING)).to.equal(undefined);
    expect(lastOpen({ ...MORNING, at: 'till', open: ['train', 'door', 'sofa'] })).to.equal('door');
    expect(lastOpen({ ...MORNING, at: 'end', open: ['train', 'sofa'] })).to.equal('sofa');
  });

  it('[G54] one seed gives one day, and the class is in it only where it is asked for', () => {
    const day = dayOf(MORNING, 'en', { withClass: false });
    expect(dayOf({ ...MORNING, at: 'sofa', ballots: { train: ['speak'] } }, 'en', { withClass: false })).to.equal(day);
    expect(dayOf({ ...MORNING, seed: 2 }, 'en', { withClass: false })).not.to.equal(day);
    expect(standingAt(day, 'tellMe', 'class')).to.equal(undefined);
    expect(standingAt(dayOf(MORNING, 'en', { withClass: true }), 'tellMe', 'class')?.now.purse).to.equal(0);
  });
});
