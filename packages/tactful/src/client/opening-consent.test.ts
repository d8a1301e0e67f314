import { expect } from 'chai';
import { create, putAway } from '../../test/garden-pages.js';
import { replace } from '../../test/replace.js';
import { databaseName } from '../storage/index.js';
import { removePlaces } from '../storage/make-place.js';
import { readMark } from '../storage/store-mark.js';
import type { ConsentStates } from './index.js';
import { heeded } from './opening-consent.js';

afterEach(putAway);

const AGREED = { consent: { personalization: 'in' } } as const;

/** Agrees and refuses; the browser then loses the store, and all that is left is the mark outside it. */
async function refusedAndLost(): Promise<string> {
  const tactful = create();
  await tactful.consent.set({ personalization: 'in' });
  await tactful.consent.set({ personalization: 'out' });
  tactful.close();
  await removePlaces(databaseName(tactful.scope));
  return tactful.scope;
}

async function startedIn(scope: string): Promise<ConsentStates> {
  const tactful = create({ scope, ...AGREED });
  await tactful.ready;
  return tactful.consent.get();
}

describe("a choice under the browser's signal", () => {
  const underSignal = async (option?: { readonly mechanism: string }): Promise<ConsentStates> => {
    const putBack = replace(navigator, 'globalPrivacyControl', true);
    try {
      const tactful = create();
      await tactful.consent.set({ personalization: 'in' }, option);
      return tactful.consent.get();
    } finally {
      putBack();
    }
  };

  it('[R214] is not raised by a bare call: a script may make it on every page', async () => {
    expect(await underSignal()).to.deep.equal({ personalization: 'pending' });
    expect(await underSignal({ mechanism: 'call' })).to.deep.equal({ personalization: 'pending' });
  });

  it('[R214] is raised where the control is named that the shopper used', async () => {
    expect(await underSignal({ mechanism: 'own-dialog' })).to.deep.equal({ personalization: 'in' });
  });

  it('[R214] a bare "no" counts as ever', () => {
    const objected = { mechanism: 'call', objected: true };
    expect(heeded({ a: 'out', b: 'pending', c: 'in' }, objected)).to.deep.equal({ a: 'out', b: 'pending' });
    expect(heeded({ a: 'in' }, { ...objected, objected: false })).to.deep.equal({ a: 'in' });
  });
});

describe('what a page that starts says of consent', () => {
  it('[R173] raises nothing that was refused, though only the mark outside the store knows it', async function () {
    const scope = await refusedAndLost();
    if (!(await readMark(scope))?.last) this.skip();
    expect(await startedIn(scope)).to.deep.equal({ personalization: 'out' });
  });

  it('[R173] positive control: where nothing knows of a refusal it is believed', async () => {
    const scope = await refusedAndLost();
    if (await readMark(scope)) await (await navigator.storage.getDirectory()).removeEntry(`tactful-${scope}.mark`);
    expect(await startedIn(scope)).to.deep.equal(AGREED.consent);
  });
});
