import type { Texts } from './texts-en.js';

const things = (count: number): string => (count === 1 ? '1 product' : `${String(count)} producten`);

/** Everything the shop says in Dutch. */
export const textsNl: Texts = {
  shopName: 'Hamer & Halm',
  tagline: 'Voor huis en tuin',
  skip: 'Naar de inhoud',
  otherLang: 'English',
  search: 'Zoek',
  searchLabel: 'Zoek in de winkel',
  searchHint: 'Tuinslang, verf, rookmelder …',
  departments: 'Afdelingen',
  cart: 'Winkelwagen',
  cartCount: (count) => `Winkelwagen, ${things(count)}`,
  yourData: 'Jouw gegevens',
  openOffers: 'Aanbiedingen',
  settings: 'Instellingen voor personalisatie',
  breadcrumb: 'Je bent hier',
  home: 'Home',

  hero: {
    eyebrow: 'IJzerwaren en tuin, al een hele tijd',
    title: 'Goed gereedschap, goede grond en een vrije zaterdag.',
    text: 'Tweehonderd eerlijke dingen voor wie graag zelf iets maakt, en een toonbank waar vragen niets kost.',
    garden: 'Naar de tuin',
    tools: 'Naar het gereedschap',
  },
  departmentsTitle: 'Kom binnen',
  shelves: (count) => `${String(count)} schappen`,
  season: {
    spring: { title: 'Het voorjaar begint', text: 'Zaaien, snoeien, spitten: wat deze weken het hardst gaat.' },
    summer: { title: 'Lange avonden', text: 'Geef water als de zon weg is, en ga zelf ook even zitten.' },
    autumn: { title: 'Voor de vorst', text: 'Bollen de grond in, blad van het gras, tocht het huis uit.' },
    winter: { title: 'Werk voor binnen', text: 'De tuin rust. Er is tijd voor die ene muur.' },
  },
  service: [
    { title: 'In twee dagen aan de deur', text: 'Gratis vanaf € 50, anders € 4,95.' },
    { title: 'Dertig dagen bedenktijd', text: 'Behalve op maat gezaagd hout en gemengde verf.' },
    { title: 'Voor iedereen dezelfde prijs', text: 'Elke korting staat op de pagina met aanbiedingen.' },
  ],

  notes: {
    home: {
      title: 'Zaterdag is slijpdag',
      text: 'Neem botte snoeischaren, heggenscharen en beitels mee. Ze zijn weer scherp terwijl je koffie drinkt; € 4,50 per stuk.',
      link: 'Tuingereedschap',
    },
    product: {
      title: 'Twijfel je of het past?',
      text: 'Neem een foto met een liniaal erop mee naar de toonbank, of het kapotte onderdeel zelf. We meten mee, en dat kost niets.',
      link: 'Meetgereedschap',
    },
    cart: {
      title: 'Kom je het halen?',
      text: 'Wat voor vier uur besteld is, ligt dezelfde dag klaar aan de toonbank. Parkeren kan achter de houtloods.',
      link: 'Aanbiedingen',
    },
    thanks: {
      title: 'Gemaakt om te repareren',
      text: 'Bewaar de bon: we repareren wat we verkopen, ook na de garantie, voor de prijs van het onderdeel.',
      link: 'Gereedschap',
    },
  },

  all: 'Alles',
  count: things,
  sort: 'Volgorde',
  orders: {
    shelf: 'Zoals in het schap',
    'price-up': 'Goedkoopste eerst',
    'price-down': 'Duurste eerst',
    name: 'Op naam',
  },
  brand: 'Merk',
  allBrands: 'Alle merken',
  noneOfBrand: 'Hier is niets van dit merk.',

  from: (brand) => `van ${brand}`,
  was: (amount) => `was ${amount}`,
  until: (date) => `tot en met ${date}`,
  lowest: (amount) => `Laagste prijs van de laatste 30 dagen: ${amount}`,
  forEverybody: 'Voor iedereen',
  quantity: 'Aantal',
  quantityOf: (name) => `Aantal van ${name}`,
  fewer: 'Een minder',
  more: 'Een meer',
  add: 'In winkelwagen',
  added: (name) => `${name} ligt in je winkelwagen.`,
  inCart: (count) => `${String(count)} in je winkelwagen`,
  toCart: 'Naar de winkelwagen',
  inStock: 'Op voorraad; in twee dagen aan de deur',
  returns: 'Dertig dagen bedenktijd',
  sameShelf: 'Uit hetzelfde schap',

  results: (query) => `Gevonden voor ‘${query}’`,
  searchTitle: 'Zoeken',
  searchEmpty: 'Wat zoek je? Typ hierboven een woord, of loop een afdeling binnen.',
  nothingFound: (query) => `Niets gevonden voor ‘${query}’`,
  nothingFoundHint: 'Probeer een korter of algemener woord, zoals ‘slang’ of ‘verf’, of loop een afdeling binnen.',

  cartTitle: 'Je winkelwagen',
  cartEmpty: 'Je winkelwagen is leeg',
  cartEmptyHint: 'Wat je erin legt, blijft op dit apparaat liggen tot je bestelt of het eruit haalt.',
  remove: 'Eruit halen',
  removeName: (name) => `${name} eruit halen`,
  removed: (name) => `${name} is uit je winkelwagen.`,
  subtotal: 'Producten',
  delivery: 'Bezorging',
  free: 'gratis',
  total: 'Totaal',
  savedTotal: (amount) => `Inclusief ${amount} korting uit aanbiedingen`,
  order: 'Bestellen',
  summary: 'Je bestelling',
  goOn: 'Verder winkelen',

  checkoutTitle: 'Bestellen',
  checkoutNote:
    'Deze winkel is een demonstratie: er wordt niets verkocht, en wat je typt verlaat deze pagina niet en wordt niet bewaard.',
  fields: { name: 'Naam', email: 'E-mailadres', street: 'Straat en nummer', postcode: 'Postcode', city: 'Plaats' },
  errors: {
    empty: (field) => `${field}: vul dit nog in.`,
    email: () => 'E-mailadres: iets met een @ erin, zoals anna@example.org.',
  },
  errorSummary: (count) => (count === 1 ? 'Eén veld is nog niet goed.' : `${String(count)} velden zijn nog niet goed.`),
  payment: 'Je betaalt bij de deur.',
  place: (amount) => `Bestelling plaatsen, ${amount}`,
  back: 'Terug naar de winkelwagen',

  thanksTitle: (name) => (name === '' ? 'Dank je wel.' : `Dank je wel, ${name}.`),
  thanksText: (id) =>
    `Je bestelling ${id} ligt op de werkbank. Dat wil zeggen: dat zou zo zijn, als dit geen demonstratie was.`,
  thanksNone: 'Hier is geen bestelling',
  thanksNoneHint: 'Een bestelling is eenmaal te zien, meteen na het plaatsen, en wordt niet bewaard.',

  offersTitle: 'Aanbiedingen',
  offersText:
    'Elke korting van de winkel, voor iedereen dezelfde prijs. Personalisatie bepaalt alleen wanneer je er een te zien krijgt, nooit wat het kost.',
  offersNone: 'Op deze datum zijn er geen aanbiedingen.',
  see: 'Bekijk het product',

  dataTitle: 'Jouw gegevens',
  dataText: 'Dit is alles wat tactful in deze winkel over je bewaart. Het staat op dit apparaat en nergens anders.',
  dataCart: 'De winkelwagen en de taal zijn van de winkel zelf: die staan ook op dit apparaat, buiten tactful.',
  whatFor: 'Waar het voor is',
  forShop: 'Voor de winkel',
  forYou: 'Voor jou',
  consentTitle: 'Jouw keuze',
  consentIn: 'Je vindt persoonlijke aanbiedingen goed.',
  consentOut: 'Je wilt geen persoonlijke aanbiedingen. Er wordt niets bewaard.',
  consentPending: 'Je hebt nog niet gekozen. Er wordt niets bewaard.',
  change: 'Aanpassen',
  erase: {
    title: 'Alles wissen',
    text: 'Alles wat tactful hier over je bewaart, ook je keuze. Je krijgt een bon die je kunt bewaren.',
    ask: 'Wis alles',
    question: 'Alles op dit apparaat wissen? Dit kan niet ongedaan worden gemaakt.',
    keep: 'Nee, bewaar het',
    erase: 'Ja, wis het',
    working: 'Wissen …',
    failed: 'Dat lukte nu niet. Laad de pagina opnieuw en probeer het nog eens.',
  },
  noTactful: 'De personalisatie is niet geladen. De winkel is zonder compleet; hier is niets te zien.',

  threadsTitle: 'Draden',
  threadsLead:
    'Zestig seconden in een winkel, als briefjes aan een muur. Zie welke conclusie aan welke klik hangt, raad voordat je omdraait, en haal één briefje weg.',
  threadsWaits: 'De muur wordt klaargezet. Komt hij niet, laad de pagina dan opnieuw.',
  classroom: 'Voor in de klas',

  dayTitle: 'Eén dag, drie winkels',
  dayLead:
    'De dinsdag van Noor in negen kaarten. Bij elke kan een winkel iets zeggen. Stem: spreken of zwijgen? Kijk dan wat drie winkels doen, en wat dat met haar doet.',
  dayWaits: 'De dag wordt klaargezet. Komt hij niet, laad de pagina dan opnieuw.',
  dayLink: 'Eén dag, drie winkels',

  editorTitle: 'Aanbiedingen schrijven',
  editorLead:
    'Schrijf wat de winkel mag zeggen. Zie het zoals een klant, herstel wat de controle vindt, neem het bestand mee.',
  editorWaits: 'De editor wordt klaargezet. Komt hij niet, laad de pagina dan opnieuw.',
  editorLink: 'Aanbiedingen schrijven',

  breakTitle: 'Probeer het te breken',
  breakLead:
    'Sluit het tabblad midden in een klik, stop de worker, maak de schijf vol, zet de klok terug. Zie wat er kwijtraakt, wat niet, en waarom.',
  breakWaits: 'De proef wordt klaargezet. Komt hij niet, laad de pagina dan opnieuw.',
  breakLink: 'Probeer het te breken',

  missingTitle: 'Dit schap bestaat niet',
  missingText: 'Het adres is niet van ons, of het product is uit het schap gehaald.',

  aboutTitle: 'Een demonstratie',
  about:
    'Hamer & Halm bestaat niet. Namen, merken en prijzen zijn verzonnen, er is niets te koop en niets verlaat deze pagina.',
  links: 'In de winkel',
  privacy: 'Over jou',

  pane: {
    title: 'Achter de toonbank',
    lead: 'Wat tactful bewaart, besluit en ongezegd laat terwijl je winkelt.',
    show: 'Kijk achter de toonbank',
    hide: 'Sluit',
    time: 'Tijd',
    simulated: 'gesimuleerd, alleen in deze speeltuin',
    device: 'de klok van dit apparaat',
    hour: 'Een uur later',
    week: 'Een week later',
    reset: 'Opnieuw',
    resetHint: 'Wist alles, ook je keuze: je bent weer een eerste bezoeker.',
    loading: 'Laden …',
    missing: 'tactful is niet geladen. De winkel werkt zonder.',
    full: 'Het staat in zijn geheel op deze pagina.',
  },
};
