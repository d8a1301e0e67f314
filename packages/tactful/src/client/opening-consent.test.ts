import { expect } from 'chai';
import { create, putAway } from '../../test/garden-pages.js';
import { databaseName } from '../storage/index.js';
import { removePlaces } from '../storage/make-place.js';
import { readMark } from '../storage/store-mark.js';
import type { ConsentStates } from './index.js';

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
