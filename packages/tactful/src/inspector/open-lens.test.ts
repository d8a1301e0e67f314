import 'axe-core/axe.min.js';
import { expect } from 'chai';
import { fixedSource, snapshot } from '../../test/lens-snapshot.js';
import { closeLens, openLens, openWhenAsked } from './open-lens.js';

const SOURCE = fixedSource({ snapshot: snapshot() });
const PLACED = Symbol.for('tactful.lens');

async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => requestAnimationFrame(resolve));
}
const overlay = (): HTMLElement | null => document.querySelector('tactful-lens-overlay');
const inside = (selector: string): HTMLElement | null | undefined =>
  overlay()?.shadowRoot?.querySelector<HTMLElement>(selector);

describe('the lens over a page', () => {
  const address = location.href;
  let button: HTMLButtonElement;
  beforeEach(() => {
    document.documentElement.lang = 'en';
    document.title = 'Shop';
    button = document.createElement('button');
    button.textContent = 'What is kept?';
    document.body.append(button);
  });
  afterEach(() => {
    closeLens();
    button.remove();
    history.replaceState(null, '', address);
    Reflect.deleteProperty(globalThis, PLACED);
  });

  it('[X26] opens on a page whose address asks for it, without taking the focus', async () => {
    history.replaceState(null, '', '?a=1&tactful-lens');
    button.focus();
    await openWhenAsked();
    await until(() => inside('tactful-lens') !== null && inside('tactful-lens') !== undefined);
    expect(document.activeElement).to.equal(button);
  });

  it('[X26] opens nothing by itself otherwise, nor where the extension has its script', async () => {
    await openWhenAsked();
    expect(overlay()).to.equal(null);
    history.replaceState(null, '', '?tactful-lens');
    Reflect.set(globalThis, PLACED, true);
    await openWhenAsked();
    expect(overlay()).to.equal(null);
  });

  it('[X26] takes the focus when the page opens it; Escape and the button give it back', async () => {
    for (const close of [
      () => inside('button')?.click(),
      () =>
        inside('button')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })),
    ]) {
      button.focus();
      await openLens({ source: SOURCE });
      expect(document.activeElement).to.equal(overlay());
      close();
      expect(overlay()).to.equal(null);
      expect(document.activeElement).to.equal(button);
    }
  });

  it('[X26] is one, however often it is opened, moves nothing, and has no accessibility violations', async () => {
    const before = button.getBoundingClientRect();
    await Promise.all([openLens({ source: SOURCE }), openLens({ source: SOURCE })]);
    await until(() => inside('tactful-lens')?.shadowRoot?.querySelector('[data-state="ready"]') != null);
    expect(document.querySelectorAll('tactful-lens-overlay')).to.have.length(1);
    expect(button.getBoundingClientRect()).to.deep.equal(before);
    expect(document.documentElement.scrollWidth).to.be.at.most(window.innerWidth);
    const { violations } = await window.axe.run(overlay() ?? document.body);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });
});
