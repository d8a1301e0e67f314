import { expect } from 'chai';
import { inputOf, logOf, offer, type Told } from '../../test/garden-shop.js';
import type { Offer } from './catalog.js';
import { inTone } from './in-tone.js';
import { situationOf } from './situation.js';

const TONES = {
  fling: { title: 'Look!' },
  quiet: { title: 'A hose' },
  info: { text: 'Of rubber' },
  light: { title: 'Oops' },
};
const said = (told: readonly Told[], more: Partial<Offer> = {}): unknown => {
  const content = { en: { title: 'Hose', text: 'Green', tones: TONES }, nl: { title: 'Slang' } };
  const { en, nl } = inTone(
    offer({ id: 'hose', class: 'suggest', content, ...more }),
    situationOf(inputOf(logOf(told))),
  );
  return [en?.title, en?.text, nl?.title];
};
const type = (name: string): Told => ({ name: 'relationship_stated', params: { type: name } });
const mode = (name: string): Told => ({ name: 'mode_set', params: { mode: name } });
const intent = (name: string): Told => ({ name: 'intent_stated', params: { intent: name } });

describe('C4: tone', () => {
  it('[D208] C4: the dial chooses, then the relationship, then what they came for; else it is said as it stands', () => {
    expect(said([])).to.deep.equal(['Hose', 'Green', 'Slang']);
    expect(said([intent('info')])).to.deep.equal(['Hose', 'Of rubber', 'Slang']);
    expect(said([intent('info'), type('fling')])).to.deep.equal(['Look!', 'Green', 'Slang']);
    expect(said([intent('info'), type('fling'), mode('quiet')])).to.deep.equal(['A hose', 'Green', 'Slang']);
    expect(said([type('basic'), mode('normal')])).to.deep.equal(['Hose', 'Green', 'Slang']);
  });

  it('[D208] what makes good is said as the relationship wants it, and nothing else is', () => {
    expect(said([type('fling')], { class: 'apology' })).to.deep.equal(['Oops', 'Green', 'Slang']);
    expect(said([type('fling'), mode('quiet')], { class: 'remedy' })).to.deep.equal(['Oops', 'Green', 'Slang']);
    expect(said([type('basic')], { class: 'apology' })).to.deep.equal(['Hose', 'Green', 'Slang']);
  });
});
