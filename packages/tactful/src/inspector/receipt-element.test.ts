import 'axe-core/axe.min.js';
import { expect } from 'chai';
import { NOON, snapshot, storeContents } from '../../test/lens-snapshot.js';
import { defineLens } from './define-lens.js';
import { erasureCard } from './erasure-card.js';
import type { LensSource, Look } from './lens-source.js';
import type { TactfulReceipt } from './receipt-element.js';
import { reportStore } from './report-store.js';

async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** A source whose store can be filled and emptied, and that rings when told. */
function changingSource() {
  let events: ReturnType<typeof storeContents>['events'] = [];
  let seeing = true;
  let ring = (): void => undefined;
  const source: LensSource = {
    look: (): Promise<Look> =>
      Promise.resolve(
        seeing
          ? { snapshot: { ...snapshot(), stores: [reportStore({ ...storeContents(), events }, NOON)] } }
          : { trouble: 'refused' },
      ),
    subscribe: (changed) => {
      ring = changed;
      return () => undefined;
    },
    command: () => Promise.reject(new Error('nothing is asked')),
  };
  return {
    source,
    hold: (held: typeof events, sees = true): void => {
      events = held;
      seeing = sees;
      ring();
    },
  };
}

const CARD = erasureCard(
  { snapshot: snapshot() },
  { scope: 'default', receipt: { removed: 6, at: NOON.at, verified: true, grade: 'reachable' } },
);
const said = (receipt: TactfulReceipt, selector: string): string =>
  receipt.shadowRoot?.querySelector(selector)?.textContent ?? '';

describe('[R114] <tactful-receipt>', () => {
  let receipt: TactfulReceipt;

  beforeEach(async () => {
    document.documentElement.lang = 'en';
    document.title = 'Receipt';
    await defineLens();
    receipt = document.createElement('tactful-receipt');
    const main = document.createElement('main');
    main.append(receipt);
    document.body.append(main);
  });
  afterEach(() => {
    document.querySelector('main')?.remove();
  });

  it('looks again at every ring: nothing, something new, something that was erased, nothing to see', async () => {
    const { source, hold } = changingSource();
    receipt.card = CARD;
    receipt.source = source;
    await until(() => /^No: nothing/.test(said(receipt, '.answer')));
    const [first] = storeContents().events;
    if (!first) throw new Error('no row');
    hold([{ ...first, id: 'other:1' }]);
    await until(() => said(receipt, '.watch').includes('1 row came since then'));
    expect(said(receipt, '.answer')).to.match(/^No: nothing/);
    hold([first]);
    await until(() => /1 row of what was erased can be read again/.test(said(receipt, '.answer')));
    expect(receipt.shadowRoot?.querySelector('.watch')?.hasAttribute('data-back')).to.equal(true);
    hold([], false);
    await until(() => said(receipt, '.watch').includes('did not succeed'));
  });

  it('does not take for new what was kept on purpose: the bare no that stays', async () => {
    const { source, hold } = changingSource();
    const [first] = storeContents().events;
    if (!first) throw new Error('no row');
    hold([{ ...first, id: 'kept:0' }]);
    receipt.card = CARD;
    receipt.source = source;
    await until(() => /^No: nothing/.test(said(receipt, '.answer')));
    expect(said(receipt, '.watch')).not.to.contain('came since');
  });

  it('is clean for axe, takes the focus on its heading, and asks to be taken away', async () => {
    receipt.card = CARD;
    receipt.source = changingSource().source;
    receipt.focus();
    await until(() => receipt.shadowRoot?.activeElement?.id === 'receipt-title');
    await until(() => said(receipt, '.answer') !== 'Looking …');
    const { violations } = await window.axe.run(receipt);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
    const closed = new Promise((resolve) => {
      receipt.addEventListener('tactful-receipt-closed', resolve, { once: true });
    });
    receipt.shadowRoot?.querySelector<HTMLElement>('[data-do="close"]')?.click();
    await closed;
  });
});
