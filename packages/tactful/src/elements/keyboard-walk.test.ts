import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { isWebKit } from '../../test/is-webkit.js';
import './index.js';
import { focusedElement, openTestPage, part, partOf, until, type TestPage } from './testing-page.js';

let page: TestPage;

beforeEach(function () {
  // The launcher for WebKitGTK has no keyboard.
  if (isWebKit) this.skip();
  page = openTestPage();
});

afterEach(() => {
  if (!isWebKit) page.close();
});

const said = (): string => {
  const element = focusedElement();
  return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
};

async function walk(steps: number): Promise<readonly string[]> {
  const met: string[] = [];
  for (let step = 0; step < steps; step++) {
    await sendKeys({ press: 'Tab' });
    met.push(said());
  }
  return met;
}

function field(): HTMLInputElement {
  const input = page.root.appendChild(document.createElement('input'));
  input.ariaLabel = 'field';
  return input;
}

describe('by keyboard', () => {
  it('[E25] an offer can be opened, asked about, refused for ever and taken back', async () => {
    const tactful = await page.agreed();
    const first = field();
    const offer = document.createElement('tactful-offer');
    offer.setAttribute('scope', tactful.scope);
    offer.setAttribute('placement', 'home');
    page.root.append(offer);
    field();
    await partOf(offer, 'card');
    const why = await until(() => offer.shadowRoot?.querySelector('tactful-why'));
    await partOf(why, 'button');
    first.focus();
    expect(await walk(6)).to.deep.equal(['Not now', 'Look', 'Why this?', 'Not for me', 'Never this', 'field']);
    first.focus();
    await walk(3);
    await sendKeys({ press: 'Enter' });
    await partOf(why, 'reasons');
    expect(await walk(3)).to.deep.equal(['Who else was considered', 'Not for me', 'Never this']);
    await sendKeys({ press: 'Enter' });
    const note = await partOf(offer, 'note');
    await until(() => focusedElement() === note);
    expect(await walk(1)).to.deep.equal(['Undo']);
    await sendKeys({ press: 'Enter' });
    const card = await partOf(offer, 'card');
    await until(() => focusedElement() === card);
    expect(await walk(1)).to.deep.equal(['Not now']);
  });

  it('[E25] consent can be opened, read, chosen and closed', async () => {
    const tactful = await page.agreed();
    const opener = page.root.appendChild(document.createElement('button'));
    opener.textContent = 'privacy';
    opener.addEventListener('click', () => tactful.consent.open());
    const consent = document.createElement('tactful-consent');
    consent.setAttribute('scope', tactful.scope);
    page.root.append(consent);
    opener.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => said() === 'Personal offers?');
    expect(await walk(4)).to.deep.equal(['Close', 'Agree', 'Refuse', 'What is kept, and for how long']);
    await sendKeys({ press: 'Escape' });
    await until(() => part(consent, 'sheet') === null);
    expect(document.activeElement === opener).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await until(() => said() === 'Personal offers?');
    await walk(3);
    await sendKeys({ press: 'Enter' });
    await partOf(consent, 'done');
    await until(() => said() === 'Personal offers?');
    expect(tactful.consent.get()).to.deep.equal({ personalization: 'out' });
  });
});
