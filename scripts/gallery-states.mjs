// What the gallery takes pictures of, and the steps to each.

// the lens looks again a moment after anything happened: settled is when nothing has changed for a third of a second
export const settled = (page) =>
  page.evaluate(async () => {
    const seen = (root) =>
      [...root.querySelectorAll('*')].map(({ shadowRoot }) => (shadowRoot ? seen(shadowRoot) : '')).join('') +
      root.textContent;
    await globalThis.tactfulShop?.tactful.ready;
    for (let before = ''; before !== seen(document.body);) {
      before = seen(document.body);
      await new Promise((resolve) => setTimeout(resolve, 330));
    }
  });

export const goTo = async (page, hash) => {
  await page.evaluate((to) => (location.hash = to), hash);
  await settled(page);
};

// not by the mouse: on a phone the tab of the pane may lie over what is at the foot of the window
const press = (page, selector) => page.$eval(selector, (element) => element.click());

const addToCart = (id) => async (page) => {
  await goTo(page, `#/product/${id}`);
  await press(page, 'main .buy button');
};

const consent = (state) => async (page) => {
  await page.evaluate((said) => globalThis.tactfulShop.tactful.consent.set({ personalization: said }), state);
  await settled(page);
};

const look = (id) => (page) => goTo(page, `#/product/${id}`);

async function clickThree(page) {
  await consent('in')(page);
  for (const id of ['hose-20m', 'watering-can-zinc', 'rain-barrel-200l']) {
    await goTo(page, '#/department/garden/watering');
    await press(page, `[data-product="${id}"] a`);
    await settled(page);
  }
  await goTo(page, '#/');
  await page
    .waitForFunction(() => document.querySelector('tactful-offer')?.shadowRoot?.querySelector('[part="card"]'), {
      timeout: 5000,
    })
    .catch(() => console.error('gallery: no offer on the home page'));
}

async function order(page) {
  await addToCart('hose-20m')(page);
  await goTo(page, '#/checkout');
  for (const [field, text] of [
    ['name', 'Anna de Wit'],
    ['email', 'anna@example.org'],
    ['street', 'Dorpsweg 12'],
    ['postcode', '1234 AB'],
    ['city', 'Weiland'],
  ]) {
    await page.type(`#field-${field}`, text);
  }
  await press(page, '.order-form [type="submit"]');
  await settled(page);
}

/** A wall of the page for a class; its engine comes with it. */
const wall = (state) => ({
  hash: `#/threads?v=1&${state}`,
  before: [consent('out')],
  after: [(page) => page.waitForSelector('shop-threads h2')],
});

const HOSE = {
  id: 'hose',
  class: 'coupon',
  category: ['garden', 'watering'],
  price: 2495,
  discount: 500,
  lowestPrice30d: 2495,
  openTo: 'everyone',
  content: {
    en: { title: '€5 off the garden hose', text: 'Until 31 March 2031.', action: { label: 'See it', url: '#/offers' } },
    nl: {
      title: '€ 5 korting op de slang',
      text: 'Tot en met 31 maart 2031.',
      action: { label: 'Kijk', url: '#/offers' },
    },
  },
  validThrough: '2031-04-01T00:00:00+02:00',
};
const LOUD = { ...HOSE, id: 'loud', price: 'much', content: { en: { title: 'LAST CHANCE!!! Only 3 left' } } };

/** The page Try to break it after these attacks. */
const broken = (...attacks) => ({
  hash: '#/break',
  before: [consent('out')],
  after: [
    (page) => page.waitForSelector('shop-break .break-attacks'),
    ...attacks.map((attack) => async (page) => {
      await press(page, `[data-attack="${attack}"] button`);
      await page.waitForSelector(`[data-attack="${attack}"] .break-outcome`);
    }),
  ],
});

/** The offer editor with a draft of these offers. */
const editor = (offers, ...after) => ({
  hash: '#/editor',
  before: [
    (page) =>
      page.evaluate(
        (kept) => sessionStorage.setItem('hamer-halm:offers', kept),
        JSON.stringify({
          selected: offers.length - 1,
          catalog: { format: 'tactful-catalog', version: '1', currency: 'EUR', offers },
        }),
      ),
  ],
  after: [(page) => page.waitForSelector('.editor-tools'), ...after],
});

const CLASS_VOTES = 'train=h9s2&door=s8h3&till=h11&rival=h6s5&parcel=h8&cemetery=h12&dinner=h12&sofa=s10&tellMe=s12';

/** A card, or the end, of the day for a class; its half year is worked out before the picture. */
const day = (state) => ({
  hash: `#/day?v=1&seed=1&${state}`,
  before: [consent('out')],
  after: [
    (page) => page.waitForSelector('shop-day h2'),
    (page) => page.waitForFunction(() => !document.querySelector('.day-running'), { timeout: 120_000 }),
  ],
});

/** Every page and state: an address, and what to do before and after it opens. */
export const STATES = {
  'home-first-visit': { hash: '#/' },
  'home-refused': { hash: '#/', before: [consent('out')] },
  'home-offer': { hash: '#/', before: [clickThree], keep: true },
  'home-why': {
    hash: '#/',
    before: [clickThree],
    keep: true,
    after: [
      (page) =>
        page.evaluate(() =>
          document
            .querySelector('tactful-offer')
            .shadowRoot.querySelector('tactful-why')
            ?.shadowRoot.querySelector('button')
            ?.click(),
        ),
    ],
  },
  department: { hash: '#/department/garden', before: [consent('out')] },
  'shelf-sorted': { hash: '#/department/paint/wall?sort=price-up&brand=Kleurwad', before: [consent('out')] },
  product: { hash: '#/product/secateurs', before: [consent('out')] },
  'product-reduced': { hash: '#/product/hose-20m', before: [consent('out'), addToCart('hose-20m')] },
  search: { hash: '#/search?q=hose', before: [consent('out')] },
  'search-nothing': { hash: '#/search?q=trombone', before: [consent('out')] },
  'search-empty': { hash: '#/search', before: [consent('out')] },
  cart: {
    hash: '#/cart',
    before: [consent('out'), addToCart('hose-20m'), addToCart('parasol-3m'), addToCart('screws-5x60')],
  },
  'cart-empty': { hash: '#/cart', before: [consent('out')] },
  checkout: { hash: '#/checkout', before: [consent('out'), addToCart('hose-20m'), addToCart('tulip-bulbs')] },
  'checkout-errors': {
    hash: '#/checkout',
    before: [consent('out'), addToCart('hose-20m')],
    after: [(page) => press(page, '.order-form [type="submit"]')],
  },
  thanks: { hash: '#/thanks', before: [consent('in'), order], keep: true },
  'home-just-bought': { hash: '#/', before: [clickThree, order] },
  offers: { hash: '#/offers', before: [consent('out')] },
  data: { hash: '#/data', before: [clickThree] },
  'data-nothing': { hash: '#/data', before: [consent('out')] },
  settings: {
    hash: '#/',
    before: [consent('in'), look('secateurs')],
    after: [(page) => page.evaluate(() => globalThis.tactfulShop.tactful.consent.open())],
  },
  // the lens over the shop, as a developer asks for it
  'lens-over': { hash: '#/', query: '&tactful-lens', before: [clickThree], keep: true },
  'lens-over-first-visit': { hash: '#/', query: '&tactful-lens' },
  missing: { hash: '#/product/unobtainium', before: [consent('out')] },
  threads: wall('walk=gardener'),
  'threads-turned': wall('walk=gardener&turned=all'),
  'threads-followed': {
    ...wall('walk=gardener&turned=all'),
    after: [(page) => page.waitForSelector('shop-threads h2'), (page) => page.focus('[data-note="5"] .wall-note-face')],
  },
  'threads-receipt': wall('walk=gardener&turned=all&gone=5'),
  'threads-gift': wall('walk=gift&turned=all&gone=6'),
  'threads-left-alone': wall('walk=medicine&turned=all'),
  'threads-conflict': wall('walk=conflict&turned=all&answers=1'),
  'threads-shelf': wall('walk=own'),
  'threads-empty': wall('walk=own&log='),
  day: day(''),
  'day-voted': day('train=s3h7p1'),
  'day-train': day(`card=train&open=train&${CLASS_VOTES}`),
  'day-cemetery': day(`card=cemetery&open=all&${CLASS_VOTES}`),
  'day-tell-me': day(`card=tellMe&open=all&${CLASS_VOTES}`),
  'day-nobody-minds': day(`card=cemetery&open=all&${CLASS_VOTES}&world=nobody-minds`),
  'day-end': day(`card=end&open=all&${CLASS_VOTES}`),
  'day-end-nobody-minds': day(`card=end&open=all&${CLASS_VOTES}&world=nobody-minds`),
  'data-erased': {
    hash: '#/data',
    before: [clickThree],
    after: [
      (page) => press(page, '.erase [data-do="ask"]'),
      (page) => press(page, '.erase [data-do="erase"]'),
      (page) => page.waitForSelector('.erase tactful-receipt'),
    ],
  },
  'lens-health': {
    hash: '#/',
    query: '&tactful-lens',
    before: [clickThree],
    keep: true,
    after: [
      (page) =>
        page.evaluate(() => {
          const overlay = document.querySelector('tactful-lens-overlay').shadowRoot;
          overlay.querySelector('tactful-health').shadowRoot.querySelector('details').open = true;
        }),
    ],
  },
  'break-empty': broken(),
  break: broken('none', 'close', 'kill', 'full', 'clock', 'beacon'),
  'editor-empty': editor([]),
  editor: editor([HOSE]),
  'editor-errors': editor(
    [HOSE, { ...LOUD, id: 'louder', price: 2495, lowestPrice30d: 1995 }, LOUD],
    (page) => press(page, '.editor-check .link-button'),
    (page) => press(page, '[data-offer="louder"]'),
  ),
  'editor-shop': editor([], (page) => press(page, '.editor-start .editor-row button:nth-of-type(2)')),
  'editor-refused': editor(
    [HOSE],
    (page) => press(page, '.editor-sheet > summary'),
    (page) => page.$eval('#editor-cells', (cells) => (cells.value = 'id;price;colour\na;1.299,00;red')),
    (page) => press(page, '.editor-sheet form button'),
  ),
};
