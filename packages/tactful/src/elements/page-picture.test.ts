import { expect } from 'chai';
import { render } from 'lit';
import { card } from './offer-templates.js';
import { offerView } from './offer-view.js';
import { pagePicture } from './page-picture.js';
import { PIXEL, until } from './testing-page.js';
import { TEXTS_EN } from './texts-en.js';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  root.remove();
});

/** A picture of one colour, as an address. */
function plain(width: number, height: number): string {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = 'rgb(0, 128, 0)';
    pen.fillRect(0, 0, width, height);
  }
  return canvas.toDataURL();
}

/** An image of the page, as soon as it has something to show. */
async function hold(id: string, src: string): Promise<HTMLImageElement> {
  const image = root.appendChild(Object.assign(document.createElement('img'), { id, src, alt: '' }));
  return until(() => image.complete && image.naturalWidth > 0 && image);
}

const colourOf = (picture: HTMLCanvasElement | undefined): string =>
  String(picture?.getContext('2d')?.getImageData(0, 0, 1, 1).data);

const cardWith = (image: string): HTMLElement => {
  const inside = document.createElement('div');
  const view = offerView({ content: { en: { title: 'Hose', image } } }, 'en');
  const on = { onLink: () => undefined, onNotNow: () => undefined, onAnswer: () => undefined };
  if (view) render(card({ view, texts: TEXTS_EN, decisionId: 'd', scope: undefined, ...on }), inside);
  return inside;
};

describe('page-picture', () => {
  it('[E28] shows in the card what an image of the page shows, without its address', async () => {
    await hold('hose-1.a', plain(20, 10));
    const inside = cardWith('image:hose-1.a');
    const picture = inside.querySelector('[part="image"]');
    expect(picture).to.be.instanceOf(HTMLCanvasElement);
    expect(picture?.getAttribute('aria-hidden')).to.equal('true');
    expect(inside.querySelectorAll('img, [src]').length).to.equal(0);
    const drawn = pagePicture('hose-1.a');
    expect([drawn?.width, drawn?.height, colourOf(drawn)]).to.deep.equal([20, 10, '0,128,0,255']);
  });

  it('[E28] keeps no more of a large image than a card can show', async () => {
    await hold('wide', plain(4096, 2));
    const drawn = pagePicture('wide');
    expect([drawn?.width, drawn?.height, colourOf(drawn)]).to.deep.equal([1024, 1, '0,128,0,255']);
  });

  it('[E28] shows none where the page has no such image, or not yet', async () => {
    root.insertAdjacentHTML(
      'beforeend',
      '<img id="none" alt=""><img id="broken" src="data:image/png;base64,AA==" alt=""><p id="words"></p>',
    );
    const host = root.appendChild(document.createElement('div'));
    host.attachShadow({ mode: 'open' }).append(await hold('hidden', PIXEL));
    for (const id of ['none', 'broken', 'words', 'hidden', 'missing', '', 'a b', '\u0000'])
      expect(pagePicture(id) === undefined, id).to.equal(true);
    const inside = cardWith('image:missing');
    expect(inside.querySelector('[part="image"]')).to.equal(null);
    expect(inside.querySelector('[part="title"]')?.textContent).to.equal('Hose');
  });

  it('[E28] follows no name, and nothing that stands in front of an image', async () => {
    const named = await hold('', PIXEL);
    named.setAttribute('name', 'named');
    root.insertAdjacentHTML('afterbegin', '<form id="taken"><input name="complete"></form><a id="twice"></a>');
    await hold('taken', PIXEL);
    await hold('twice', PIXEL);
    for (const id of ['named', 'taken', 'twice', 'complete']) expect(pagePicture(id) === undefined, id).to.equal(true);
  });

  it('[E28] looks through an element that has the name of the method it looks with', async () => {
    const clobbering = await hold('', PIXEL);
    clobbering.setAttribute('name', 'getElementById');
    await hold('hose', PIXEL);
    expect(typeof document.getElementById).not.to.equal('function');
    expect(pagePicture('hose')).to.be.instanceOf(HTMLCanvasElement);
  });
});
