import { expect } from 'chai';
import { createTactful, type Tactful } from 'tactful';
import { LANGUAGES } from '../language.js';
import { ShopCarry } from './carry-element.js';
import { carryTexts } from './carry-texts.js';
import './define-carry.js';

const PASSPHRASE = 'de kaas is naar de maan gegaan';
const catalog = { format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [] } as const;

async function shopper(): Promise<Tactful> {
  const tactful = createTactful({ catalog, storage: 'memory', scope: 'carry-test' });
  await tactful.consent.set({ personalization: 'in' }, { mechanism: 'element' });
  return tactful;
}

async function control(tactful: Tactful): Promise<ShopCarry> {
  const element = new ShopCarry();
  element.tactful = tactful;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const saidBy = (element: ShopCarry): string => element.renderRoot.querySelector('output')?.textContent ?? '';
const typed = (element: ShopCarry, passphrase: string): void => {
  const field = element.renderRoot.querySelector<HTMLInputElement>('#passphrase');
  if (field) field.value = passphrase;
};

describe('taking it with you', () => {
  it('[R50] brings a sealed copy in, and says what became of it', async () => {
    const [there, here] = [await shopper(), await shopper()];
    await there.track('search', { search_term: 'hose' });
    const sealed = JSON.stringify(await there.export({ passphrase: PASSPHRASE }));
    const file = new File([sealed], 'copy.json');
    const element = await control(here);
    await element.take(file);
    await element.updateComplete;
    expect(saidBy(element)).to.equal(carryTexts('en').failed('PASSPHRASE_NEEDED'));
    typed(element, `${PASSPHRASE}?`);
    await element.take(file);
    await element.updateComplete;
    expect(saidBy(element)).to.equal(carryTexts('en').failed('PASSPHRASE_WRONG'));
    typed(element, PASSPHRASE);
    await element.take(file);
    await element.updateComplete;
    expect(saidBy(element)).to.match(/^1 new, 0 already here/);
    expect(await here.log({ names: ['search'] })).to.have.lengthOf(1);
    element.remove();
    there.close();
    here.close();
  });

  it('[R144] says why a copy of before everything was erased stays away, and where it does not', async () => {
    const here = await shopper();
    await here.track('search', { search_term: 'hose' });
    const copy = JSON.stringify(await here.export());
    await here.erase();
    await here.consent.set({ personalization: 'in' }, { mechanism: 'element' });
    const element = await control(here);
    await element.take(new File([copy], 'copy.json'));
    await element.updateComplete;
    expect(saidBy(element)).to.match(/^0 new, .* 1 left out/);
    expect(saidBy(element)).to.include('You erased everything here after this copy was saved');
    expect(saidBy(element)).to.include('Another device');
    const elsewhere = await shopper();
    expect(await elsewhere.import(copy)).to.include({ added: 1 });
    element.remove();
    here.close();
    elsewhere.close();
  });

  it('[R50] has every sentence in both languages, without alarm', () => {
    const receipt = { at: 0, added: 1, known: 2, removed: 0, refused: { expired: 3, 'erased-since': 1 } };
    const all = LANGUAGES.map((lang) => {
      const { done, failed, ...plain } = carryTexts(lang);
      return [...Object.values(plain), done(receipt), failed('PASSPHRASE_WRONG'), failed(undefined)];
    });
    const [first = [], second = []] = all;
    expect(first).to.have.lengthOf(second.length);
    expect(first.filter((text) => second.includes(text))).to.deep.equal([]);
    for (const text of all.flat()) expect(text).to.match(/^\S[^!]*\S$/);
  });
});
