const things = (count: number): string => (count === 1 ? '1 product' : `${String(count)} products`);

/** Everything the shop says in English; the shape that every other language follows. */
export const textsEn = {
  shopName: 'Hamer & Halm',
  tagline: 'For house and garden',
  skip: 'Skip to content',
  otherLang: 'Nederlands',
  search: 'Search',
  searchLabel: 'Search the shop',
  searchHint: 'Hose, paint, smoke alarm …',
  departments: 'Departments',
  cart: 'Cart',
  cartCount: (count: number) => `Cart, ${things(count)}`,
  yourData: 'Your data',
  openOffers: 'Open offers',
  settings: 'Personalisation settings',
  breadcrumb: 'You are here',
  home: 'Home',

  hero: {
    eyebrow: 'Hardware and garden since a good while',
    title: 'Good tools, good soil and a free Saturday.',
    text: 'Two hundred honest things for whoever likes to do it themselves, and a counter where asking is free.',
    garden: 'To the garden',
    tools: 'To the tools',
  },
  departmentsTitle: 'Walk in',
  shelves: (count: number) => `${String(count)} shelves`,
  season: {
    spring: { title: 'Spring is starting', text: 'Sow, prune, dig: what leaves the shop fastest in these weeks.' },
    summer: { title: 'Long evenings', text: 'Water when the sun is down, and sit down yourself.' },
    autumn: { title: 'Before the frost', text: 'Bulbs in the ground, leaves off the lawn, draughts out of the house.' },
    winter: { title: 'Work for indoors', text: 'The garden rests. There is time for that one wall.' },
  },
  service: [
    { title: 'At your door in two days', text: 'Free from €50, otherwise €4.95.' },
    { title: 'Thirty days to change your mind', text: 'Sawn wood and mixed paint excepted.' },
    { title: 'The same price for everybody', text: 'Every discount is on the open offers page.' },
  ],

  notes: {
    home: {
      title: 'Saturday is sharpening day',
      text: 'Bring blunt secateurs, shears and chisels. They are sharp again while you drink your coffee; €4.50 each.',
      link: 'Garden tools',
    },
    product: {
      title: 'Not sure it fits?',
      text: 'Bring a photo with a ruler in it to the counter, or the broken part itself. We measure along, and that costs nothing.',
      link: 'Measuring tools',
    },
    cart: {
      title: 'Coming to fetch it?',
      text: 'Orders placed before four are ready at the counter the same day. Parking is behind the timber shed.',
      link: 'Open offers',
    },
    thanks: {
      title: 'Made to be repaired',
      text: 'Keep the receipt: we repair what we sell, also after the guarantee, for the price of the part.',
      link: 'Tools',
    },
  },

  all: 'Everything',
  count: things,
  sort: 'Order',
  orders: { shelf: 'As on the shelf', 'price-up': 'Cheapest first', 'price-down': 'Dearest first', name: 'By name' },
  brand: 'Brand',
  allBrands: 'All brands',
  noneOfBrand: 'Nothing of this brand here.',

  from: (brand: string) => `by ${brand}`,
  was: (amount: string) => `was ${amount}`,
  until: (date: string) => `until ${date}`,
  lowest: (amount: string) => `Lowest price of the last 30 days: ${amount}`,
  forEverybody: 'Open to everybody',
  quantity: 'Quantity',
  quantityOf: (name: string) => `Quantity of ${name}`,
  fewer: 'One fewer',
  more: 'One more',
  add: 'Put in cart',
  added: (name: string) => `${name} is in your cart.`,
  inCart: (count: number) => `${String(count)} in your cart`,
  toCart: 'To the cart',
  inStock: 'In stock; at your door in two days',
  returns: 'Thirty days to change your mind',
  sameShelf: 'From the same shelf',

  results: (query: string) => `Results for “${query}”`,
  searchTitle: 'Search',
  searchEmpty: 'What are you looking for? Type a word above, or walk into a department.',
  nothingFound: (query: string) => `Nothing found for “${query}”`,
  nothingFoundHint: 'Try a shorter or more general word, such as “hose” or “paint”, or walk into a department.',

  cartTitle: 'Your cart',
  cartEmpty: 'Your cart is empty',
  cartEmptyHint: 'What you put in it stays here on this device until you order or take it out.',
  remove: 'Take out',
  removeName: (name: string) => `Take out ${name}`,
  removed: (name: string) => `${name} is out of your cart.`,
  subtotal: 'Products',
  delivery: 'Delivery',
  free: 'free',
  total: 'Total',
  savedTotal: (amount: string) => `Including ${amount} off from open offers`,
  order: 'Order',
  summary: 'Your order',
  goOn: 'Go on shopping',

  checkoutTitle: 'Order',
  checkoutNote:
    'This shop is a demonstration: nothing is sold, and what you type does not leave this page and is not kept.',
  fields: { name: 'Name', email: 'E-mail address', street: 'Street and number', postcode: 'Postcode', city: 'Town' },
  errors: {
    empty: (field: string) => `${field}: please fill this in.`,
    email: () => 'E-mail address: something with an @ in it, such as anna@example.org.',
  },
  errorSummary: (count: number) =>
    count === 1 ? 'One field needs attention.' : `${String(count)} fields need attention.`,
  payment: 'You pay on delivery.',
  place: (amount: string) => `Place order, ${amount}`,
  back: 'Back to the cart',

  thanksTitle: (name: string) => (name === '' ? 'Thank you.' : `Thank you, ${name}.`),
  thanksText: (id: string) =>
    `Your order ${id} is on the workbench. That is to say: it would be, if this were not a demonstration.`,
  thanksNone: 'There is no order here',
  thanksNoneHint: 'An order is shown once, right after it is placed, and is not kept.',

  offersTitle: 'Open offers',
  offersText:
    'Every discount of the shop, at the same price for everybody. Personalisation decides only when one is mentioned to you, never what it costs.',
  offersNone: 'There are no open offers on this date.',
  see: 'See the product',

  dataTitle: 'Your data',
  dataText: 'This is everything that tactful holds about you in this shop. It is on this device and nowhere else.',
  dataCart: 'The cart and the language are the shop’s own business: they are kept on this device too, outside tactful.',
  whatFor: 'What it is for',
  forShop: 'For the shop',
  forYou: 'For you',
  consentTitle: 'Your choice',
  consentIn: 'You agreed to personal offers.',
  consentOut: 'You said no to personal offers. Nothing is kept.',
  consentPending: 'You have not chosen yet. Nothing is kept.',
  change: 'Change this',
  erase: {
    title: 'Erase everything',
    text: 'All that tactful holds about you here, your choice included. You get a receipt that you can keep.',
    ask: 'Erase everything',
    question: 'Erase all of it on this device? This cannot be undone.',
    keep: 'No, keep it',
    erase: 'Yes, erase it',
    working: 'Erasing …',
    failed: 'That could not be done just now. Reload the page and try once more.',
  },
  noTactful: 'Personalisation did not load. The shop is complete without it; there is nothing to show here.',

  threadsTitle: 'Threads',
  threadsLead:
    'Sixty seconds in a shop, as notes on a wall. See which conclusion hangs on which click, guess before you turn, and take one note away.',
  threadsWaits: 'Getting the wall ready. If it does not come, reload the page.',
  classroom: 'For the classroom',

  dayTitle: 'One day, three shops',
  dayLead:
    'Noor’s Tuesday in nine cards. At each one a shop could say something. Vote: speak or hush? Then see what three shops do, and what it does to her.',
  dayWaits: 'Getting the day ready. If it does not come, reload the page.',
  dayLink: 'One day, three shops',

  editorTitle: 'Offer editor',
  editorLead:
    'Write what the shop may say. See it as a shopper sees it, mend what the check finds, take the file with you.',
  editorWaits: 'Getting the editor ready. If it does not come, reload the page.',
  editorLink: 'Offer editor',

  breakTitle: 'Try to break it',
  breakLead:
    'Close the tab in the middle of a click, end the worker, fill the disk, turn the clock back. See what is lost, what is not, and why.',
  breakWaits: 'Getting the experiment ready. If it does not come, reload the page.',
  breakLink: 'Try to break it',

  missingTitle: 'This shelf does not exist',
  missingText: 'The address is not one of ours, or the product has been taken off the shelf.',

  aboutTitle: 'A demonstration',
  about:
    'Hamer & Halm does not exist. Names, brands and prices are invented, nothing can be bought, and nothing leaves this page.',
  links: 'In the shop',
  privacy: 'About you',

  pane: {
    title: 'Behind the counter',
    lead: 'What tactful holds, decides and leaves unsaid while you shop.',
    show: 'Look behind the counter',
    hide: 'Close',
    time: 'Time',
    simulated: 'simulated, in this playground only',
    device: 'the clock of this device',
    hour: 'One hour later',
    week: 'One week later',
    reset: 'Reset',
    resetHint: 'Erases everything, your choice included: you are a first visitor again.',
    loading: 'Loading …',
    missing: 'tactful did not load. The shop works without it.',
    full: 'It is shown in full on this page.',
  },
};

/** What every language of the shop says. */
export type Texts = typeof textsEn;
