import 'axe-core/axe.min.js';
import { expect } from 'chai';
import { createTactful, type Purpose, type Tactful } from '../client/index.js';
import './index.js';
import type { TactfulConsent } from './index.js';
import {
  axeFindings,
  focusedElement,
  HOSES,
  openTestPage,
  part,
  partOf,
  turn,
  until,
  type TestPage,
} from './testing-page.js';

let page: TestPage;

beforeEach(() => {
  page = openTestPage();
});

afterEach(() => {
  document.documentElement.removeAttribute('dir');
  page.close();
});

function place({ scope }: Tactful): TactfulConsent {
  const consent = document.createElement('tactful-consent');
  consent.setAttribute('scope', scope);
  return page.root.appendChild(consent);
}

/** When it could have shown itself: the instance is there, it is ready, and the element has drawn. */
async function settled(tactful: Tactful, consent: TactfulConsent): Promise<void> {
  await tactful.ready;
  await turn();
  await consent.updateComplete;
}

const press = async (consent: TactfulConsent, name: string): Promise<void> => {
  (await partOf(consent, name)).click();
};

const escape = (from: Element | null): void => {
  from?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
};

const purpose = (id: string): Purpose => ({
  id,
  why: `why ${id}`,
  forShopper: `for you ${id}`,
  basis: 'consent',
  signals: ['views'],
  uses: ['offers'],
});

describe('tactful-consent', () => {
  it('[E17] asks by itself while nothing was chosen, blocks nothing and leaves the focus alone', async () => {
    const field = page.root.appendChild(document.createElement('input'));
    field.ariaLabel = 'search';
    field.focus();
    const consent = place(page.create());
    const sheet = await partOf(consent, 'sheet');
    expect(sheet.getAttribute('role')).to.equal('region');
    expect(sheet.hasAttribute('aria-modal')).to.equal(false);
    expect(document.activeElement === field).to.equal(true);
    expect(
      consent.shadowRoot?.querySelector(`#${String(sheet.getAttribute('aria-labelledby'))}`)?.textContent,
    ).to.equal('Personal offers?');
    expect(await axeFindings(page.root)).to.deep.equal([]);
  });

  it('[E17] does not ask who agreed, and not who refused before', async () => {
    for (const choice of ['in', 'out'] as const) {
      const first = page.create();
      await first.consent.set({ personalization: choice });
      first.close();
      const next = page.create({ scope: first.scope });
      const consent = place(next);
      await settled(next, consent);
      // By the time that one which has to ask does so, this one would have.
      await partOf(place(page.create()), 'sheet');
      expect(next.consent.get(), choice).to.deep.equal({ personalization: choice });
      expect(part(consent, 'sheet') === null, choice).to.equal(true);
    }
  });

  it('[E18] offers agreeing and refusing as two equal buttons', async () => {
    const consent = place(page.create());
    const agree = await partOf(consent, 'agree');
    const refuse = await partOf(consent, 'refuse');
    const [a, b] = [agree.getBoundingClientRect(), refuse.getBoundingClientRect()];
    expect(a.width).to.be.greaterThan(24);
    expect([a.width, a.height, a.top]).to.deep.equal([b.width, b.height, b.top]);
    const styleOf = (button: Element): Record<string, string> => {
      const style = getComputedStyle(button);
      // Where it stands, and what follows from it, is what may differ.
      return Object.fromEntries(
        [...style]
          .filter((name) => !/^(?:perspective|transform)-origin$/.test(name))
          .map((name) => [name, style.getPropertyValue(name)]),
      );
    };
    expect(styleOf(agree)).to.deep.equal(styleOf(refuse));
    expect(agree.localName).to.equal(refuse.localName);
  });

  it('[E18] tells both whys in the language around it, and what is kept for how long', async () => {
    page.root.lang = 'nl';
    const tactful = page.create();
    const consent = place(tactful);
    const asked = await partOf(consent, 'purpose');
    for (const text of ['De winkel wil aanbiedingen tonen', 'Je ziet minder aanbiedingen'])
      expect(asked.textContent).to.include(text);
    const details = await partOf(consent, 'details');
    const { retention } = tactful.describe();
    expect(retention.length).to.be.greaterThan(0);
    for (const { days } of retention) {
      expect(details.textContent).to.include(days === null ? 'tot je het terugneemt' : `${String(days)} dagen`);
    }
    (details as HTMLDetailsElement).open = true;
    expect(await axeFindings(page.root)).to.deep.equal([]);
  });

  it('[E29] says that nothing leaves, and with images: reveal what does', async () => {
    const said = async (images: 'inline' | 'reveal'): Promise<string> =>
      (await partOf(place(page.create({ images, scope: images })), 'details')).textContent;
    expect(await said('inline')).to.include('Nothing about you is sent anywhere.');
    const revealed = await said('reveal');
    expect(revealed).to.not.include('Nothing about you is sent anywhere.');
    expect(revealed).to.include('whoever serves it learns which offer was chosen for you');
  });

  it('[E19] stores the choice as made by the element and says how to change it', async () => {
    for (const [name, state] of [
      ['agree', 'in'],
      ['refuse', 'out'],
    ] as const) {
      const tactful = page.create();
      const consent = place(tactful);
      const heard: unknown[] = [];
      consent.addEventListener('tactful-consent', (event) => heard.push((event as CustomEvent<unknown>).detail));
      await press(consent, name);
      const done = await partOf(consent, 'done');
      expect(tactful.consent.get()).to.deep.equal({ personalization: state });
      expect(tactful.consent.history().map(({ mechanism }) => mechanism)).to.deep.equal(['element']);
      expect(heard).to.deep.equal([{ purpose: 'personalization', state }]);
      expect(done.textContent).to.include('You can change your mind at any time');
      expect(done.parentElement?.getAttribute('role')).to.equal('status');
      expect(await axeFindings(page.root)).to.deep.equal([]);
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      await until(() => part(consent, 'sheet') === null);
    }
  });

  it('[E19] says so when the choice could not be stored, and keeps asking', async () => {
    const tactful = page.create();
    const consent = place(tactful);
    await partOf(consent, 'agree');
    tactful.close();
    await press(consent, 'agree');
    await until(() =>
      consent.shadowRoot?.querySelector('[role="status"]')?.textContent.includes('could not be stored'),
    );
    expect(part(consent, 'agree') === null).to.equal(false);
    expect(await axeFindings(page.root)).to.deep.equal([]);
  });

  it('[E20] opens from anywhere with the focus in it, tells the choice and what withdrawing does, and gives the focus back', async () => {
    const tactful = await page.agreed();
    const opener = page.root.appendChild(document.createElement('button'));
    opener.textContent = 'privacy';
    opener.addEventListener('click', () => tactful.consent.open());
    const consent = place(tactful);
    await settled(tactful, consent);
    expect(part(consent, 'sheet') === null).to.equal(true);
    opener.focus();
    opener.click();
    const title = await partOf(consent, 'title');
    await until(() => focusedElement() === title);
    expect((await partOf(consent, 'state')).textContent).to.equal('You agreed to this.');
    expect((await partOf(consent, 'purpose')).textContent).to.include('erased from this device');
    expect(await axeFindings(page.root)).to.deep.equal([]);
    escape(title);
    await until(() => part(consent, 'sheet') === null);
    expect(document.activeElement === opener).to.equal(true);
    opener.click();
    await press(consent, 'refuse');
    await partOf(consent, 'done');
    expect(await tactful.log()).to.deep.equal([]);
  });

  it('[E21] closes without a choice on Escape and on "later"', async () => {
    for (const close of [
      (consent: TactfulConsent) => escape(part(consent, 'agree')),
      (consent: TactfulConsent) => part(consent, 'later')?.click(),
    ]) {
      const tactful = page.create();
      const consent = place(tactful);
      await partOf(consent, 'sheet');
      close(consent);
      await until(() => part(consent, 'sheet') === null);
      expect(tactful.consent.get()).to.deep.equal({ personalization: 'pending' });
      expect(tactful.consent.history()).to.deep.equal([]);
    }
  });

  it('[E17] goes when the choice was made elsewhere', async () => {
    const tactful = page.create();
    const consent = place(tactful);
    await partOf(consent, 'sheet');
    await tactful.consent.set({ personalization: 'in' });
    await until(() => part(consent, 'sheet') === null);
  });

  it('[E17] does not ask about another purpose who refused one before', async () => {
    const purposes = [purpose('one'), purpose('two')];
    const first = page.create({ purposes });
    await first.consent.set({ one: 'out' });
    first.close();
    const next = page.create({ purposes, scope: first.scope });
    const consent = place(next);
    await settled(next, consent);
    await partOf(place(page.create()), 'sheet');
    expect(next.consent.get()).to.deep.equal({ one: 'out', two: 'pending' });
    expect(part(consent, 'sheet') === null).to.equal(true);
  });

  it('[E18] asks about each of several purposes by itself', async () => {
    const requested = { ...purpose('order'), basis: 'requested' as const };
    const tactful = page.create({ purposes: [purpose('one'), purpose('two'), requested] });
    const consent = place(tactful);
    await partOf(consent, 'purpose');
    expect(consent.shadowRoot?.querySelectorAll('[part="purpose"]').length).to.equal(2);
    await press(consent, 'refuse');
    await until(() => consent.shadowRoot?.querySelectorAll('[part="purpose"]').length === 1);
    expect(tactful.consent.get()).to.include({ one: 'out', two: 'pending' });
    await press(consent, 'agree');
    await partOf(consent, 'done');
    expect(tactful.consent.get()).to.include({ one: 'out', two: 'in' });
  });

  it('[E14] stands in the other corner where the page reads from right to left', async () => {
    const sheet = await partOf(place(page.create()), 'sheet');
    const middle = (): number => sheet.getBoundingClientRect().left + sheet.getBoundingClientRect().width / 2;
    const right = middle();
    document.documentElement.dir = 'rtl';
    expect(middle()).to.be.lessThan(right);
    expect(await axeFindings(page.root)).to.deep.equal([]);
  });

  it('[E2] shows nothing on a page without tactful', async () => {
    const consent = document.createElement('tactful-consent');
    consent.setAttribute('scope', 'nobody-creates-this-either');
    page.root.append(consent);
    await consent.updateComplete;
    expect(consent.getBoundingClientRect().height).to.equal(0);
    const late = createTactful({ catalog: HOSES, scope: 'nobody-creates-this-either', storage: 'memory' });
    await partOf(consent, 'sheet');
    late.close();
  });
});
