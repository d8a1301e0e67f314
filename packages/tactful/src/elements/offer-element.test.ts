import 'axe-core/axe.min.js';
import { expect } from 'chai';
import type { Decision, Tactful } from '../client/index.js';
import './index.js';
import type { TactfulOffer } from './index.js';
import {
  axeFindings,
  focusedElement,
  openTestPage,
  part,
  partOf,
  PIXEL,
  until,
  type TestPage,
} from './testing-page.js';

let page: TestPage;

beforeEach(() => {
  page = openTestPage();
});

afterEach(() => {
  document.documentElement.removeAttribute('dir');
  document.documentElement.removeAttribute('lang');
  page.close();
});

function place(
  tactful: Pick<Tactful, 'scope'>,
  options: { before?: (offer: TactfulOffer) => void } = {},
): TactfulOffer {
  const offer = document.createElement('tactful-offer');
  offer.setAttribute('placement', 'home');
  offer.setAttribute('scope', tactful.scope);
  offer.setAttribute('block-size', '14rem');
  offer.innerHTML = '<a href="#own">The own content of the shop</a>';
  options.before?.(offer);
  page.root.append(offer, Object.assign(document.createElement('p'), { id: 'below', textContent: 'below' }));
  return offer;
}

function boxes(offer: TactfulOffer): readonly DOMRect[] {
  return [
    offer.getBoundingClientRect(),
    ...[...document.querySelectorAll('#below')].map((below) => below.getBoundingClientRect()),
  ];
}

const own = (offer: TactfulOffer): string => getComputedStyle(offer.querySelector('a') ?? offer).visibility;

const slotted = (offer: TactfulOffer): Promise<true> =>
  until(() => own(offer) === 'visible' && part(offer, 'card') === null);

const names = async (tactful: Tactful): Promise<readonly string[]> =>
  [...(await tactful.log())]
    .sort((a, b) => a.at - b.at || a.id.localeCompare(b.id, 'en', { numeric: true }))
    .map(({ name }) => name)
    .filter((name) => name.startsWith('offer_') || name === 'never_stated');

function decisions(): readonly Decision[] {
  const heard: Decision[] = [];
  page.root.addEventListener('tactful-decision', (event) => heard.push((event as CustomEvent<Decision>).detail));
  return heard;
}

const press = async (offer: TactfulOffer, name: string): Promise<void> => {
  (await partOf(offer, name)).click();
};

async function pressNever(offer: TactfulOffer): Promise<void> {
  await partOf(offer, 'card');
  [...(offer.shadowRoot?.querySelectorAll<HTMLElement>('[part="answer"]') ?? [])].at(-1)?.click();
}

describe('tactful-offer: the place', () => {
  it('[E1] is as large before, with and after an offer, and nothing below it moves', async () => {
    const tactful = page.create();
    // Less than the card would like to have.
    const offer = place(tactful, { before: (element) => (element.blockSize = '5rem') });
    await offer.updateComplete;
    const before = boxes(offer);
    expect(before[0]?.height).to.equal(5 * 16);
    await tactful.consent.set({ personalization: 'in' });
    await tactful.declare({ kind: 'preference', facet: 'category', value: 'garden/hoses', level: 2 });
    await offer.refresh();
    await partOf(offer, 'card');
    expect(boxes(offer)).to.deep.equal(before);
    await pressNever(offer);
    await partOf(offer, 'note');
    expect(boxes(offer)).to.deep.equal(before);
    await press(offer, 'undo');
    await press(offer, 'close');
    await slotted(offer);
    expect(boxes(offer)).to.deep.equal(before);
  });

  it('[E1] never shrinks below what the shop itself puts there', async () => {
    const tactful = await page.agreed();
    const offer = place(tactful, {
      before: (element) => (element.innerHTML = '<a style="display:block;height:400px">Tall</a>'),
    });
    await offer.updateComplete;
    const before = boxes(offer);
    expect(before[0]?.height).to.equal(400);
    await partOf(offer, 'card');
    expect(boxes(offer)).to.deep.equal(before);
  });

  it('[E2] keeps the shop’s own content for ever on a page without tactful', async () => {
    const heard = decisions();
    const offer = place({ scope: 'nobody-creates-this' });
    await offer.updateComplete;
    await offer.refresh();
    expect(own(offer)).to.equal('visible');
    expect(heard).to.deep.equal([]);
    expect(await axeFindings(page.root)).to.deep.equal([]);
  });

  it('[E2] keeps it when nothing can be decided', async () => {
    const tactful = page.create();
    await tactful.ready;
    const offer = place(tactful);
    tactful.close();
    await offer.refresh();
    expect(own(offer)).to.equal('visible');
    expect(part(offer, 'card') === null).to.equal(true);
  });

  it('[E2] keeps it while the shopper has not agreed', async () => {
    const heard = decisions();
    const offer = place(page.create());
    await until(() => heard.length > 0);
    await offer.updateComplete;
    expect(heard[0]?.silence?.leave).to.equal('default');
    expect(own(offer)).to.equal('visible');
  });

  it('[E3] rests empty in its reserved size when even the shop’s own content would be wrong', async () => {
    const tactful = await page.agreed();
    await tactful.declare({ kind: 'mode', mode: 'paused' });
    const offer = place(tactful);
    await offer.updateComplete;
    const before = boxes(offer);
    await until(() => own(offer) === 'hidden');
    expect(part(offer, 'card') === null).to.equal(true);
    expect(boxes(offer)).to.deep.equal(before);
    expect(await axeFindings(page.root)).to.deep.equal([]);
    await tactful.declare({ kind: 'mode', mode: 'normal' });
    await offer.refresh();
    await partOf(offer, 'card');
  });
});

describe('tactful-offer: the card', () => {
  it('[E4] speaks the language around it, else English', async () => {
    const tactful = await page.agreed();
    const offer = place(tactful);
    expect((await partOf(offer, 'title')).textContent).to.equal('A hose that does not kink');
    expect(part(offer, 'action')?.getAttribute('href')).to.equal(new URL('#hose', document.baseURI).href);
    expect(part(offer, 'image')?.getAttribute('src')).to.equal(PIXEL);
    offer.remove();
    page.root.lang = 'nl-BE';
    const dutch = place(tactful);
    expect((await partOf(dutch, 'title')).textContent).to.equal('Een slang die niet knikt');
    expect(part(dutch, 'close')?.getAttribute('aria-label')).to.equal('Nu niet');
    dutch.remove();
    page.root.lang = 'fr';
    expect((await partOf(place(tactful), 'title')).textContent).to.equal('A hose that does not kink');
  });

  it('[E5] reports shown, seen and opened in this order, once each', async () => {
    const tactful = await page.agreed();
    const offer = place(tactful);
    await until(async () => (await names(tactful)).includes('offer_seen'));
    offer.addEventListener('tactful-opened', (event) => event.preventDefault());
    await press(offer, 'action');
    const answered = await until(async () => (await names(tactful)).includes('offer_opened') && names(tactful));
    expect(answered.filter((name) => name !== 'offer_decided')).to.deep.equal([
      'offer_shown',
      'offer_seen',
      'offer_opened',
    ]);
  });

  it('[E5] says nothing was seen while less than half of it is in sight', async () => {
    const tactful = await page.agreed();
    page.root.style.cssText = 'display:block;margin-block-start:200vh';
    const offer = place(tactful);
    await until(async () => (await names(tactful)).includes('offer_shown'));
    // 1.5 s of what a second in sight would take: the other side of the claim above.
    const since = performance.now();
    await until(() => performance.now() - since > 1500);
    expect(await names(tactful)).not.to.include('offer_seen');
    offer.scrollIntoView();
    await until(async () => (await names(tactful)).includes('offer_seen'));
    window.scrollTo(0, 0);
  });

  it('[E6] lets the page keep the browser from following, after the opening was reported', async () => {
    const tactful = await page.agreed();
    const offer = place(tactful);
    const link = await partOf(offer, 'action');
    const heard: unknown[] = [];
    page.root.addEventListener('tactful-opened', (event) => {
      heard.push((event as CustomEvent<unknown>).detail);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
    expect(heard).to.have.length(1);
    expect(heard[0]).to.include({ offerId: 'offer-hose', url: new URL('#hose', document.baseURI).href });
    await until(async () => (await names(tactful)).includes('offer_opened'));
  });

  it('[E7] gives the place back to the shop on "not now"', async () => {
    const tactful = await page.agreed();
    const offer = place(tactful);
    (await partOf(offer, 'close')).focus();
    await press(offer, 'close');
    await slotted(offer);
    await until(async () => (await names(tactful)).includes('offer_dismissed'));
    expect(focusedElement()?.getRootNode() === offer.shadowRoot).to.equal(true);
  });

  for (const { index, row } of [
    { index: 0, row: 'offer_not_for_me' },
    { index: 1, row: 'never_stated' },
  ]) {
    it(`[E8] confirms ${row} in place and takes it back on undo`, async () => {
      const tactful = await page.agreed();
      const offer = place(tactful);
      await partOf(offer, 'card');
      const button = [...(offer.shadowRoot?.querySelectorAll<HTMLElement>('[part="answer"]') ?? [])][index];
      button?.focus();
      button?.click();
      const note = await partOf(offer, 'note');
      expect(await names(tactful)).to.include(row);
      expect(own(offer)).to.equal('hidden');
      expect(await axeFindings(page.root)).to.deep.equal([]);
      await until(() => focusedElement() === note);
      part(offer, 'undo')?.focus();
      await press(offer, 'undo');
      const card = await partOf(offer, 'card');
      expect(await names(tactful)).not.to.include(row);
      await until(() => focusedElement() === card);
    });
  }

  it('[E8] says so when an answer could not be written down', async () => {
    const tactful = await page.agreed();
    const offer = place(tactful);
    await partOf(offer, 'card');
    await tactful.consent.set({ personalization: 'in' });
    tactful.close();
    await pressNever(offer);
    const note = await partOf(offer, 'note');
    expect(note.textContent).to.include('could not be written down');
    await press(offer, 'undo');
    await partOf(offer, 'card');
  });

  it('[E10] does not change once the shopper has touched it, until the page names a new view', async () => {
    const heard = decisions();
    const tactful = await page.agreed();
    const offer = place(tactful);
    const card = await partOf(offer, 'card');
    const made = heard.length;
    const asked = (await tactful.decisions()).length;
    card.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await offer.refresh();
    expect(heard).to.have.length(made);
    expect(await tactful.decisions()).to.have.length(asked);
    expect(part(offer, 'card') === card).to.equal(true);
    offer.decisionKey = 'another view';
    await until(() => heard.length > made);
  });

  it('[E11] comes when the shopper agrees, and goes when they withdraw, touched or not', async () => {
    const tactful = await page.agreed();
    await tactful.consent.set({ personalization: 'out' });
    const offer = place(tactful);
    await offer.updateComplete;
    expect(part(offer, 'card') === null).to.equal(true);
    await tactful.consent.set({ personalization: 'in' });
    await tactful.declare({ kind: 'preference', facet: 'category', value: 'garden/hoses', level: 2 });
    await offer.refresh();
    const card = await partOf(offer, 'card');
    card.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await tactful.consent.set({ personalization: 'out' });
    await slotted(offer);
  });

  it('[E12] leaves the focus where it is', async () => {
    const tactful = await page.agreed();
    const field = page.root.appendChild(document.createElement('input'));
    field.ariaLabel = 'search';
    field.focus();
    await partOf(place(tactful), 'card');
    expect(document.activeElement === field).to.equal(true);
  });

  it('[E13] has no violation in axe-core, with the reasons shut and open', async () => {
    const tactful = await page.agreed();
    const offer = place(tactful);
    await partOf(offer, 'card');
    expect(await axeFindings(page.root)).to.deep.equal([]);
    const why = await until(() => offer.shadowRoot?.querySelector('tactful-why'));
    (await partOf(why, 'button')).click();
    await partOf(why, 'reasons');
    expect(await axeFindings(page.root)).to.deep.equal([]);
    const size = offer.getBoundingClientRect().height;
    expect(size).to.be.greaterThan(14 * 16);
    part(why, 'button')?.click();
    await until(() => offer.getBoundingClientRect().height === 14 * 16);
  });

  it('[E13] has no button or link smaller than 24 by 24', async () => {
    const offer = place(await page.agreed());
    await partOf(offer, 'card');
    const why = await until(() => offer.shadowRoot?.querySelector('tactful-why'));
    const reached = [...(offer.shadowRoot?.querySelectorAll('button, a') ?? []), await partOf(why, 'button')];
    expect(reached.length).to.equal(5);
    for (const { width, height } of reached.map((one) => one.getBoundingClientRect())) {
      expect(Math.min(width, height)).to.be.at.least(24);
    }
  });

  it('[E14] mirrors where the page reads from right to left', async () => {
    const offer = place(await page.agreed());
    const left = async (): Promise<boolean> => {
      const close = await partOf(offer, 'close');
      const title = await partOf(offer, 'title');
      const middle = title.getBoundingClientRect().left + title.getBoundingClientRect().width / 2;
      return close.getBoundingClientRect().right < middle;
    };
    expect(await left()).to.equal(false);
    document.documentElement.dir = 'rtl';
    expect(await left()).to.equal(true);
    expect(await axeFindings(page.root)).to.deep.equal([]);
  });
});
