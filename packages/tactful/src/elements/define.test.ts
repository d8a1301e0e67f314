import { expect } from 'chai';

const NAMES = ['tactful-offer', 'tactful-consent', 'tactful-why'];
const defined = (): readonly string[] => NAMES.filter((name) => customElements.get(name));

describe('define', () => {
  it('[E16] defines all three elements with the entry, and none with the file of a class', async () => {
    await Promise.all([import('./offer-element.js'), import('./consent-element.js'), import('./why-element.js')]);
    expect(defined()).to.deep.equal([]);
    await import('./index.js');
    expect(defined()).to.deep.equal(NAMES);
  });
});
