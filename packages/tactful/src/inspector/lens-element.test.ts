import 'axe-core/axe.min.js';
import { expect } from 'chai';
import { fixedSource, NOON, snapshot, storeContents } from '../../test/lens-snapshot.js';
import { defineLens } from './define-lens.js';
import type { TactfulLens } from './lens-element.js';
import type { LensSource, LensTrouble, Look, Snapshot } from './lens-source.js';
import { readPageMaterial } from './read-received.js';
import { reportPage } from './report-page.js';
import { reportStore } from './report-store.js';

declare global {
  interface Window {
    readonly axe: {
      readonly run: (element: Element) => Promise<{
        readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
      }>;
    };
  }
}

const XSS = '<img src=x onerror="window.harmed=1">\u202Eevil';

async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

const articleOf = (lens: TactfulLens): Element | null | undefined => lens.shadowRoot?.querySelector('article');
const textOf = (lens: TactfulLens, selector: string): string =>
  lens.shadowRoot?.querySelector(selector)?.textContent ?? '';
const allOf = (lens: TactfulLens, selector: string): readonly HTMLElement[] => [
  ...(lens.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const press = (lens: TactfulLens, selector: string): void => {
  lens.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
};

async function lensOf(source: LensSource, attributes: Readonly<Record<string, string>> = {}): Promise<TactfulLens> {
  await defineLens();
  const lens = document.createElement('tactful-lens');
  for (const [name, value] of Object.entries(attributes)) lens.setAttribute(name, value);
  lens.source = source;
  document.querySelector('main')?.append(lens);
  await until(() => ['ready', 'trouble'].includes(articleOf(lens)?.getAttribute('data-state') ?? ''));
  return lens;
}

async function choose(lens: TactfulLens, tab: string): Promise<void> {
  press(lens, `#tab-${tab}`);
  await lens.updateComplete;
}

async function violations(lens: TactfulLens): Promise<readonly string[]> {
  const found = await window.axe.run(lens);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

const ready = (over: Partial<Snapshot> = {}): Look => ({ snapshot: { ...snapshot(), ...over } });

/** A source over rows that can be forgotten one by one. */
function forgettingSource(): LensSource {
  let contents = storeContents();
  return {
    look: () => Promise.resolve(ready({ stores: [reportStore(contents, NOON)] })),
    subscribe: () => () => undefined,
    command: (command) => {
      const ids = command.op === 'forget' ? command.ids : contents.events.map(({ id }) => id);
      const left = contents.events.filter(({ id }) => !ids.includes(id));
      const removed = contents.events.length - left.length;
      contents = { ...contents, events: left };
      return Promise.resolve({ removed, at: NOON.at, verified: true, grade: 'reachable' });
    },
  };
}

describe('<tactful-lens>', () => {
  beforeEach(() => {
    document.documentElement.lang = 'en';
    document.title = 'Lens';
    const main = document.createElement('main');
    document.body.append(main);
  });

  afterEach(() => {
    document.querySelector('main')?.remove();
  });

  for (const trouble of [
    'click-icon',
    'not-a-page',
    'refused',
    'unreadable',
  ] as const satisfies readonly LensTrouble[]) {
    it(`[X7] is never empty: says what to do next (${trouble})`, async () => {
      const lens = await lensOf(fixedSource({ trouble }));
      const said = allOf(lens, '[data-trouble] p').map((line) => line.textContent);
      expect(said[0]).to.have.length.above(20);
      expect(said[1]).to.have.length.above(20);
      expect(await violations(lens)).to.deep.equal([]);
    });
  }

  it('[X7] is never empty: a source that fails is unreadable, a store that is missing is said', async () => {
    const failing = await lensOf({ ...fixedSource(ready()), look: () => Promise.reject(new Error('no')) });
    expect(articleOf(failing)?.querySelector('[data-trouble="unreadable"]')).to.not.equal(null);
    const { site, takenAt, unreadable } = snapshot();
    const bare = await lensOf(fixedSource({ snapshot: { site, takenAt, unreadable, stores: [] } }));
    expect(textOf(bare, '[data-sentence]')).to.match(/keeps nothing about you/);
  });

  it('[X8] has no accessibility violations when full, filtered, and asking', async () => {
    const lens = await lensOf(fixedSource(ready()));
    expect(await violations(lens)).to.deep.equal([]);
    for (const details of allOf(lens, 'details')) details.setAttribute('open', '');
    press(lens, '[data-do="ask-erase"]');
    for (const tab of ['you', 'decisions', 'log', 'page']) {
      await choose(lens, tab);
      expect(await violations(lens), tab).to.deep.equal([]);
    }
  });

  it('[X1] speaks the language it stands in, and follows it', async () => {
    const lens = await lensOf(fixedSource(ready()), { lang: 'nl' });
    expect(textOf(lens, '[data-sentence]')).to.match(/^Deze pagina vertelde/);
    lens.lang = 'en';
    await until(() => textOf(lens, '[data-sentence]').startsWith('This page'));
  });

  it('[X9] forgets a row: carries it out, reads again, says so, and keeps the place', async () => {
    const lens = await lensOf(forgettingSource());
    await choose(lens, 'log');
    const rows = (): number => allOf(lens, '[data-section="held"] > ul > li').length;
    expect(rows()).to.equal(6);
    press(lens, '[data-section="held"] [data-do="forget"]');
    await until(() => rows() === 5);
    expect(textOf(lens, '[role="status"]')).to.equal('1 row removed; read again: gone.');
    await until(() => lens.shadowRoot?.activeElement?.getAttribute('data-do') === 'forget');
  });

  it('[X9] forgetting the rows of a conclusion ends the conclusion', async () => {
    const lens = await lensOf(forgettingSource());
    expect(textOf(lens, '[data-section="said"]')).to.include('never to be shown paint');
    const row = allOf(lens, '[data-section="held"] > ul > li').find(({ textContent }) => textContent.includes('paint'));
    row?.querySelector<HTMLElement>('[data-do="forget"]')?.click();
    await until(() => !textOf(lens, '#panel-you').includes('never to be shown paint'));
  });

  it('[X9] erases only after a question, and no is the first answer', async () => {
    const source = fixedSource(ready());
    const lens = await lensOf(source);
    await choose(lens, 'log');
    press(lens, '[data-do="ask-erase"]');
    await until(() => lens.shadowRoot?.activeElement?.getAttribute('data-do') === 'keep');
    press(lens, '[data-do="keep"]');
    await lens.updateComplete;
    expect(source.done).to.deep.equal([]);
    press(lens, '[data-do="ask-erase"]');
    await lens.updateComplete;
    press(lens, '[data-do="erase"]');
    await until(() => textOf(lens, '[role="status"]') !== '' && articleOf(lens)?.getAttribute('aria-busy') === 'false');
    expect(source.done).to.deep.equal([{ op: 'erase', scope: 'default' }]);
  });

  it('[X9] a command that fails says that nothing was done', async () => {
    const lens = await lensOf({ ...fixedSource(ready()), command: () => Promise.reject(new Error('no')) });
    press(lens, '[data-do="forget"]');
    await until(() => textOf(lens, '[role="status"]').includes('nothing has changed'));
  });

  it('[X6] shows a page of 200 rows, and the next one when asked', async () => {
    const [first] = storeContents().events;
    if (!first) throw new Error('no row');
    const events = Array.from({ length: 450 }, (_, counter) => ({ ...first, id: `tab:${counter}` }));
    const lens = await lensOf(fixedSource(ready({ stores: [reportStore({ ...storeContents(), events }, NOON)] })));
    const rows = (): number => allOf(lens, '[data-section="held"] > ul > li').length;
    expect(rows()).to.equal(200);
    allOf(lens, '[data-section="held"] .tools button')[0]?.click();
    await lens.updateComplete;
    expect(rows()).to.equal(400);
  });

  it('[X5] text of a page is only ever text, in every field', async () => {
    const contents = storeContents();
    const hostile: unknown = JSON.parse(
      JSON.stringify(contents.events).replaceAll('garden-first', JSON.stringify(XSS).slice(1, -1)),
    );
    const store = reportStore({ ...contents, events: hostile as typeof contents.events }, NOON);
    const material = readPageMaterial({
      hosts: [{ host: XSS, requests: 1 }],
      products: [
        { by: 'json-ld', main: true, name: XSS, brand: XSS, category: [XSS], price: { value: 1, currency: 'EUR' } },
      ],
      stored: [{ place: 'cookie', name: XSS }],
      dataLayer: [{ event: XSS, ecommerce: { items: [{ item_name: XSS, item_category: XSS }] } }],
    });
    const page = reportPage(material, {
      site: XSS,
      now: NOON,
      ownerOf: (host) => ({ key: host, name: host, domain: `${host}.` }),
    });
    const lens = await lensOf(
      fixedSource({ snapshot: { site: XSS, takenAt: 0, stores: [store], unreadable: [XSS], page } }),
    );
    expect(lens.shadowRoot?.querySelector('img, script, iframe')).to.equal(null);
    expect(lens.shadowRoot?.textContent).to.include('<img src=x').and.not.include('\u202E');
    expect(Reflect.has(window, 'harmed')).to.equal(false);
    expect(await violations(lens)).to.deep.equal([]);
  });

  for (const width of [360, 480, 900]) {
    it(`[X8] fits ${width} pixels, in either direction`, async () => {
      const lens = await lensOf(fixedSource(ready()));
      const main = document.querySelector('main');
      main?.style.setProperty('width', `${width}px`);
      for (const dir of ['ltr', 'rtl'])
        for (const tab of ['you', 'decisions', 'log', 'page']) {
          document.documentElement.dir = dir;
          await choose(lens, tab);
          expect(lens.scrollWidth, `${dir} ${tab}`).to.be.at.most(width);
          expect(articleOf(lens)?.scrollWidth, `${dir} ${tab}`).to.be.at.most(width);
        }
      document.documentElement.dir = 'ltr';
    });
  }
});
