import { expect } from 'chai';
import type { Lang } from '../language.js';
import { ShopThreads } from './threads-element.js';

customElements.define('shop-threads', ShopThreads);

let page: ShopThreads;
let now = 0;

async function open(query: string, set: Partial<Pick<ShopThreads, 'lang' | 'speak'>> = {}): Promise<void> {
  history.replaceState(null, '', query === '' ? '#/threads' : `#/threads?${query}`);
  page = Object.assign(new ShopThreads(), { clock: () => now, ...set });
  document.body.append(page);
  await settled();
}

async function settled(): Promise<void> {
  await page.updateComplete;
  await page.updateComplete;
}

function find(selector: string): HTMLElement {
  const found = page.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector}: not there`);
  return found;
}

const text = (selector: string): string => find(selector).textContent.replace(/\s+/g, ' ').trim();
const count = (selector: string): number => page.querySelectorAll(selector).length;

async function press(selector: string): Promise<void> {
  find(selector).click();
  await settled();
}

async function key(selector: string, name: string): Promise<void> {
  find(selector).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  await settled();
}

const pointer = (type: string, at: { readonly x: number; readonly y: number }): PointerEvent =>
  new PointerEvent(type, { clientX: at.x, clientY: at.y, pointerId: 7, bubbles: true, cancelable: true });

async function drag(from: string, to: string): Promise<void> {
  const middle = (selector: string): { readonly x: number; readonly y: number } => {
    const box = find(selector).getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };
  find(from).dispatchEvent(pointer('pointerdown', middle(from)));
  dispatchEvent(pointer('pointermove', middle(to)));
  await settled();
  dispatchEvent(pointer('pointermove', middle(to)));
  dispatchEvent(pointer('pointerup', middle(to)));
  await settled();
}

const GARDEN = '[data-card="affinity-category-garden"]';

afterEach(() => {
  page.remove();
  history.replaceState(null, '', '#/');
});

describe('[G34] cards on the wall', () => {
  it('lie face down until they are turned, one by one or all', async () => {
    await open('v=1&walk=gardener');
    expect(count('.wall-note')).to.equal(7);
    expect(count('.wall-card .wall-back')).to.equal(count('.wall-card'));
    expect(page.textContent).not.to.contain('more attention');
    await press(`${GARDEN} .wall-back`);
    expect(text(`${GARDEN} .wall-what`)).to.contain('You give Garden more attention than the rest.');
    expect(document.activeElement).to.equal(find(`${GARDEN} .wall-what`));
    expect(location.hash).to.contain('turned=affinity-category-garden');
    await press(`${GARDEN} .wall-flip`);
    expect(document.activeElement).to.equal(find(`${GARDEN} .wall-back`));
    await press('.wall-cards .wall-head .wall-button');
    expect(count('.wall-card .wall-back')).to.equal(0);
    expect(text('.wall-offer')).to.contain('A level line on every wall');
    expect(location.hash).to.contain('turned=all');
  });

  it('name the notes they rest on, and say what was left alone with the reason', async () => {
    await open('v=1&walk=medicine&turned=all');
    const left = '[data-card="affinity-unlearned-sensitive"]';
    expect(find(left).dataset['kind']).to.equal('withheld');
    expect(text(left)).to.contain('left alone on purpose').and.to.contain('Said of 4 notes');
    expect(text(`${left} .wall-rests`))
      .to.contain('Painkillers')
      .and.to.contain('Drops for a quiet night');
    expect(text('[data-note="3"] [id^="note-tied"]')).to.match(/^Tied to card \d, card \d/);
  });

  it('are tied by strings that light up with either end', async () => {
    await open('v=1&walk=gardener');
    const strings = '.thread';
    const all = count(strings);
    expect(all).to.be.above(10);
    find('[data-note="5"] .wall-note-face').focus();
    await settled();
    const lit = count('.thread[data-look="lit"]');
    expect(lit).to.be.above(0);
    expect(count('.thread[data-look="dim"]')).to.equal(all - lit);
    expect(count('.wall-card[data-lit]')).to.equal(lit);
    find(`${GARDEN} .wall-back`).focus();
    await settled();
    expect(count('.wall-note[data-lit]')).to.equal(6);
  });
});

describe('[G35] taking a note away', () => {
  it('by Delete: its strings go, the offer changes, a receipt comes, and undo restores all', async () => {
    await open('v=1&walk=gardener&turned=all');
    const before = page.querySelector('.wall-cards')?.textContent;
    await key('[data-note="5"] .wall-note-face', 'Delete');
    expect(count('.wall-note')).to.equal(6);
    expect(location.hash).to.contain('gone=5');
    expect(find('[data-card="affinity-category-tools"]').dataset['fate']).to.equal('fell');
    expect(text(`${GARDEN} .wall-fate`)).to.equal('Stronger');
    expect(text('.wall-offer')).to.contain('It changes.').and.to.contain('A timer for the garden tap');
    expect(text('.wall-receipt'))
      .to.contain('Saved Cross-line laser')
      .and.to.contain('A level line on every wall')
      .and.to.contain('A timer for the garden tap')
      .and.to.contain('✓ Proven: the same as if it had never happened');
    expect(document.activeElement).to.equal(find('[data-note="6"] .wall-note-face'));
    expect(text('[role="status"]')).to.equal('Note 5 is in the bin. 1 card fell.');
    await press('.wall-undo');
    expect(count('.wall-receipt')).to.equal(0);
    expect(page.querySelector('.wall-cards')?.textContent).to.equal(before);
    expect(text('.wall-offer')).to.contain('A level line on every wall');
    expect(location.hash).not.to.contain('gone');
    expect(document.activeElement).to.equal(find('[data-note="5"] .wall-note-face'));
  });

  it('by its button, and by dragging it into the bin but not beside it', async () => {
    await open('v=1&walk=gift');
    await press('[data-note="6"] .wall-note-bin');
    expect(text('.wall-bin')).to.contain('this visit is for a gift');
    await drag('[data-note="2"] .wall-note-face', '.wall-bin');
    expect(location.hash).to.contain('gone=6,2');
    await drag('[data-note="3"] .wall-note-face', '.walks');
    expect(location.hash).to.contain('gone=6,2');
    expect(find('[data-note="3"]').style.translate).to.equal('');
  });

  it('does not tell on the receipt what a card says that still lies face down', async () => {
    await open('v=1&walk=gardener&gone=5');
    expect(text('.wall-receipt')).to.match(/Fell card \d, still face down/);
    expect(text('.wall-receipt')).not.to.contain('attention');
  });

  it('says when the offer stays, and what is left when everything is gone', async () => {
    await open('v=1&walk=gardener&gone=1&turned=all');
    expect(text('.wall-offer')).to.contain('It stays the same.');
    await open('v=1&walk=gardener&gone=1,2,3,4,5,6,7&turned=all');
    expect(text('.wall-empty')).to.contain('Everything is in the bin, so nothing is concluded');
    expect(text('.wall-offer')).to.contain('Nothing is said to you');
    await press('[data-note], .wall-bin li .wall-flip');
    expect(count('.wall-note')).to.equal(1);
  });
});

describe('[G36] one’s own sixty seconds', () => {
  it('become notes that hang on the wall, with the second of each', async () => {
    now = 0;
    await open('v=1&walk=own');
    expect(text('.shelf-clock')).to.contain('The clock starts at your first click').and.to.contain('No notes yet');
    await press('[data-product="hose-20m"] .shelf-look');
    now = 7000;
    await press('[data-product="secateurs"] .shelf-deeds button:nth-child(2)');
    expect(text('.shelf-noted')).to.equal('Noted: Put Bypass secateurs in the cart');
    expect(text('.shelf-clock')).to.contain('53 seconds').and.to.contain('2 notes');
    now = 9000;
    await press('.shelf-tools .wall-button:nth-of-type(2)');
    await press('[data-product="wall-paint-sage"] .shelf-deeds button:nth-child(3)');
    find('.shelf-tools input').setAttribute('value', 'garden');
    find('.shelf-tools form').dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    await settled();
    await press('.shelf-hang');
    expect(document.activeElement).to.equal(find('#wall-title'));
    expect([...page.querySelectorAll('.wall-note-text')].map((note) => note.textContent)).to.deep.equal([
      'Looked at Garden hose, 20 metres',
      'Put Bypass secateurs in the cart',
      'Bought Bypass secateurs',
      'Said: less of Paint › Wall paint',
      'Searched for “garden”',
    ]);
    expect(text('[data-note="2"]')).to.contain('10:00:07');
    expect(location.hash).to.contain(
      encodeURIComponent('look.0.hose-20m*cart.7.secateurs*buy.9.secateurs*less.9.paint_wall').replaceAll('%2A', '*'),
    );
  });

  it('hang themselves when the minute is over', async () => {
    now = 0;
    await open('v=1&walk=own');
    await press('[data-product="hose-20m"] .shelf-look');
    now = 60_000;
    for (let tries = 0; tries < 40 && !page.querySelector('.wall'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await settled();
    expect(count('.wall-note')).to.equal(1);
    expect(text('shop-threads > [role="status"]')).to.contain('Sixty seconds are over');
  });

  it('without a click conclude nothing, and say what to try', async () => {
    await open('v=1&walk=own');
    await press('.shelf-hang');
    expect(text('.wall-empty')).to.contain('Nothing was clicked, so nothing is concluded').and.to.contain('Try');
    expect(find('.wall-empty a').getAttribute('href')).to.equal('#/threads?v=1&walk=own&lang=en');
  });
});

describe('[G39] the answer sheet', () => {
  it('is worked out from the wall as it hangs there', async () => {
    await open('v=1&walk=gardener');
    await press('.wall-tools [aria-expanded="false"]');
    expect(text('.wall-answers')).to.contain('changes tomorrow’s offer? 5 Saved Cross-line laser');
    await press('[data-note="5"] .wall-note-bin');
    expect(text('.wall-answers')).not.to.contain('5 Saved Cross-line laser');
  });
});

describe('[G31] the page and its address', () => {
  it('follows a link to another wall, and forgets the old one', async () => {
    await open('v=1&walk=gardener&gone=5&turned=all');
    const arrived = new Promise((resolve) => {
      addEventListener('hashchange', resolve, { once: true });
    });
    find('.wall-tools a').click();
    await arrived;
    await settled();
    expect(text('#wall-title')).to.equal('The gift');
    expect(count('.wall-receipt')).to.equal(0);
    expect(count('.wall-card .wall-back')).to.equal(count('.wall-card'));
  });

  it('asks for the language of its address once, and follows the shop’s afterwards', async () => {
    const asked: Lang[] = [];
    const speak = (lang: Lang): void => {
      asked.push(lang);
      page.lang = lang;
    };
    await open('v=1&walk=gift&lang=nl', { lang: 'en', speak });
    expect(asked).to.deep.equal(['nl']);
    expect(text('#wall-title')).to.equal('Het cadeau');
    page.lang = 'en';
    await settled();
    expect(asked).to.deep.equal(['nl']);
    expect(location.hash).to.contain('lang=en');
  });
});
