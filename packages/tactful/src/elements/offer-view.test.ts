import { expect } from 'chai';
import fc from 'fast-check';
import { render } from 'lit';
import { card } from './offer-templates.js';
import { offerView, webAddress, type OfferView } from './offer-view.js';
import { PIXEL } from './testing-page.js';
import { TEXTS_EN } from './texts-en.js';

const scripts = [
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:x',
  'http://',
];

function drawn(view: OfferView | undefined): HTMLElement {
  const root = document.createElement('div');
  const on = { onLink: () => undefined, onNotNow: () => undefined, onAnswer: () => undefined };
  if (view) render(card({ view, texts: TEXTS_EN, decisionId: 'd', scope: undefined, ...on }), root);
  return root;
}

describe('offer-view', () => {
  it('[E9] makes no link of an address that is not a web page’s', () => {
    for (const url of scripts) {
      expect(webAddress(url), url).to.equal(undefined);
      const view = offerView({ content: { en: { title: 'Hose', action: { label: 'Look', url } } } }, 'en');
      const root = drawn(view);
      expect(root.querySelector('[part="title"]')?.textContent).to.equal('Hose');
      expect(root.querySelectorAll('a').length).to.equal(0);
    }
    expect(webAddress('/hose')).to.equal(new URL('/hose', location.href).href);
    expect(webAddress('https://shop.example/hose')).to.equal('https://shop.example/hose');
  });

  it('[E9] lets only http and https through, whatever is tried', () => {
    const scheme = fc.constantFrom('javascript', 'data', 'file', 'https', 'http', 'ftp', 'JAVASCRIPT', 'java\tscript');
    const anything = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('', ' ', '\n', '\u0000', '\u0001'), scheme, fc.string())
        .map(([first, name, rest]) => `${first}${name}:${rest}`),
    );
    fc.assert(fc.property(anything, (url) => /^(?:https?:|undefined$)/.test(String(webAddress(url)))));
  });

  it('[E9] shows only images that are inline and at most 64 kB', () => {
    const shown = (image: string): unknown => offerView({ content: { en: { title: 'Hose', image } } }, 'en')?.image;
    expect(shown(PIXEL)).to.equal(PIXEL);
    for (const image of [
      'https://shop.example/a.png',
      '/a.png',
      'data:text/html,x',
      'javascript:x',
      `${PIXEL}${'A'.repeat(65_536)}`,
    ]) {
      expect(shown(image), image.slice(0, 40)).to.equal(undefined);
    }
  });

  it('[E29] shows an address where the page allows that: a web page’s, and nothing else', () => {
    const shown = (image: string, images?: string): unknown =>
      offerView({ content: { en: { title: 'Hose', image } } }, 'en', images)?.image;
    for (const image of ['https://shop.example/a.png', '/a.png']) {
      expect(shown(image, 'reveal'), image).to.equal(new URL(image, location.href).href);
      expect(shown(image, 'inline'), image).to.equal(undefined);
      expect(shown(image), image).to.equal(undefined);
    }
    for (const image of scripts) expect(shown(image, 'reveal'), image).to.equal(undefined);
    const view = offerView({ content: { en: { title: 'Hose', image: '/a.png' } } }, 'en', 'reveal');
    const root = drawn(view);
    const { crossOrigin, referrerPolicy, loading } = root.querySelector('img') ?? {};
    expect([crossOrigin, referrerPolicy, loading]).to.deep.equal(['anonymous', 'no-referrer', 'lazy']);
  });

  it('[E4] takes the wanted language, else its base, else English, else the first', () => {
    const said = (...langs: readonly string[]): Parameters<typeof offerView>[0] => ({
      content: Object.fromEntries(langs.map((lang) => [lang, { title: lang }])),
    });
    expect(offerView(said('en', 'nl', 'nl-BE'), 'nl-BE')?.title).to.equal('nl-BE');
    expect(offerView(said('en', 'nl'), 'nl-BE')?.title).to.equal('nl');
    expect(offerView(said('de', 'en'), 'fr')?.title).to.equal('en');
    expect(offerView(said('de', 'es'), 'fr')?.title).to.equal('de');
    expect(offerView({ content: {} }, 'fr')).to.equal(undefined);
  });

  it('[E26] M9: says where a thing stands, in the language of the card where it can', () => {
    const content = { en: { title: 'Hose' }, nl: { title: 'Slang' } };
    const said = (way?: Record<string, string> | string, lang = 'nl'): string | undefined =>
      offerView({ content, ...(way === undefined ? {} : { way }) }, lang)?.way;
    expect([said({ en: 'Aisle 4', nl: 'Pad 4' }), said({ en: 'Aisle 4' }), said('4B'), said()]).to.deep.equal([
      'Pad 4',
      'Aisle 4',
      '4B',
      undefined,
    ]);
    const root = document.createElement('div');
    const view = offerView({ content, way: 'Aisle <b>4</b>' }, 'en');
    const on = { onLink: () => undefined, onNotNow: () => undefined, onAnswer: () => undefined };
    if (view) render(card({ view, texts: TEXTS_EN, decisionId: 'd', scope: undefined, ...on }), root);
    expect(root.querySelector('[part="way"]')?.textContent).to.equal('Aisle <b>4</b>');
  });
});
