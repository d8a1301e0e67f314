import 'axe-core/axe.min.js';
import { expect } from 'chai';
import { fixedSource, snapshot } from '../../test/lens-snapshot.js';
import type { Health } from '../client/index.js';
import { TactfulHealth } from './health-element.js';
import { lensFormat } from './lens-format.js';
import { loadLensTexts } from './lens-words.js';
import { viewHealth } from './view-health.js';

customElements.define('tactful-health', TactfulHealth);

const WELL: Health = {
  status: { storage: 'persistent', worker: 'url', catalog: 'ready', consent: { personalization: 'in' } },
  offered: 12,
  kept: 9,
  dropped: { quota: 2 },
  waiting: 1,
  restarts: 0,
  degraded: {},
  problems: [],
};
const ILL: Health = {
  ...WELL,
  status: { ...WELL.status, storage: 'memory', worker: 'main' },
  degraded: { storage: 'QuotaExceededError', worker: 'no worker could start' },
  restarts: 2,
  lastLoss: { name: 'data loss: total', at: Date.UTC(2026, 9, 3, 10) },
  problems: Array.from({ length: 7 }, (_, index) => `offers[${String(index)}].price: <b>, a whole number`),
};

async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

async function shown(health: Health | undefined): Promise<ShadowRoot> {
  const element = new TactfulHealth();
  element.source = { ...fixedSource({ snapshot: snapshot() }), ...(health ? { health: () => health } : {}) };
  document.querySelector('main')?.append(element);
  const root = element.shadowRoot;
  if (!root) throw new Error('not open');
  await until(() => root.querySelector('details') !== null);
  root.querySelector('details')?.setAttribute('open', '');
  return root;
}

describe('[R115] <tactful-health>', () => {
  beforeEach(() => {
    document.documentElement.lang = 'en';
    document.title = 'Health';
    document.body.append(document.createElement('main'));
  });
  afterEach(() => {
    document.querySelector('main')?.remove();
  });

  for (const [what, health] of [
    ['without an instance', undefined],
    ['before anything was offered', { ...WELL, offered: 0, kept: 0, dropped: {}, waiting: 0 }],
    ['well', WELL],
    ['with troubles', ILL],
  ] as const)
    it(`is never empty, and clean for axe: ${what}`, async () => {
      const root = await shown(health);
      expect(root.querySelector('.body')?.textContent.trim()).to.have.length.above(20);
      const { violations } = await window.axe.run(root.host);
      expect(violations.map(({ id }) => id)).to.deep.equal([]);
    });

  it('says the sum in one line, draws its parts to scale, and closed says whether somebody should look', async () => {
    const root = await shown(WELL);
    expect(root.querySelector('.sum')?.textContent).to.equal('12 offered = 9 kept + 2 dropped + 1 on their way');
    const wide = [...root.querySelectorAll('rect')].map((rect) => Number(rect.getAttribute('width')));
    expect(wide.map(Math.round)).to.deep.equal([300, 67, 33]);
    expect(root.querySelector('summary')?.textContent).to.contain('all is well');
    const ill = await shown(ILL);
    expect(ill.querySelector('summary')?.textContent).to.contain('5 things to look at');
    expect(ill.querySelector('.body')?.textContent).to.contain('data loss: total').and.to.contain('and 2 more');
    expect(ill.querySelector('b')).to.equal(null);
  });

  it('planted fault: says so when the counts do not add up', async () => {
    const { words } = await loadLensTexts('en');
    const view = viewHealth({ ...WELL, kept: 8 }, words, lensFormat('en'));
    expect(view.addsUp).to.equal(false);
    expect(view.attention).to.equal(1);
    const root = await shown({ ...WELL, kept: 8 });
    expect(root.textContent).to.contain('The counts do not add up');
  });
});
