import type { ThreadsTexts } from './texts-en.js';

const notesOf = (count: number): string => (count === 1 ? '1 briefje' : `${String(count)} briefjes`);

/** Everything the page Threads says in Dutch. */
export const threadsNl: ThreadsTexts = {
  private:
    'Niets wat je hier doet wordt bewaard of verstuurd: het staat in het adres van deze pagina en is weg als je die sluit. De conclusies en het aanbod komen van de echte motor en uit de echte catalogus van deze winkel.',
  teacher: {
    title: 'In de klas, tien minuten',
    steps: [
      'Lees de briefjes voor. Welke conclusies zou een winkel trekken? Iedereen schrijft er drie op.',
      'Draai de kaarten een voor een om en volg de draden. Wie raadde iets wat de winkel níet dacht?',
      'Kies het ene briefje dat weg moet. Raad wat er valt en gooi het dan in de prullenbak.',
    ],
  },
  choose: 'Wiens zestig seconden?',
  own: 'Je eigen zestig seconden',
  ownStory: 'Klik rond op een klein schap. De klok begint bij je eerste klik.',
  walk: {
    gardener: {
      title: 'De tuinier en één verkeerde klik',
      story: 'Iemand wil de tuin water geven. Na een halve minuut schiet de vinger uit.',
    },
    gift: {
      title: 'Het cadeau',
      story: 'Iemand zoekt lampen uit voor iemand anders, en zegt dat aan het eind.',
    },
    medicine: {
      title: 'Het medicijnenrek',
      story: 'Iemand verft een kamer en pakt iets van het rek naast de kassa.',
    },
    conflict: {
      title: 'Zegt het een, doet het ander',
      story: 'Iemand wil minder van de tuin zien en komt er vijf keer voor terug. Zes bezoeken in elf dagen.',
    },
  },
  next: 'Volgende klant',
  again: 'Begin opnieuw',
  copy: 'Kopieer de link naar deze muur',
  copied: 'De link is gekopieerd. De hele muur staat erin.',
  notCopied: 'De link kon niet worden gekopieerd. Hij staat in de adresbalk.',

  shelf: {
    title: 'Je zestig seconden',
    lead: 'Kijk, zoek, bewaar, koop, of zeg waarvan je minder wilt. Elke klik wordt een briefje.',
    left: (count) => (count === 1 ? '1 seconde' : `${String(count)} seconden`),
    waits: 'De klok begint bij je eerste klik.',
    hang: 'Hang het aan de muur',
    notes: notesOf,
    none: 'Nog geen briefjes',
    look: 'Kijk',
    save: 'Bewaar',
    cart: 'In mandje',
    less: 'Minder',
    of: (action, name) => `${action}: ${name}`,
    lessOf: (shelf) => `Minder van ${shelf}`,
    gift: 'Dit bezoek is voor een cadeau',
    buy: (count) => (count === 1 ? 'Koop 1 product' : `Koop ${String(count)} producten`),
    emptyCart: 'Niets in het mandje',
    search: 'Zoek',
    searchLabel: 'Zoek een woord, zoals “garden” of “paint”',
    noted: (what) => `Genoteerd: ${what}`,
    full: 'Meer briefjes passen er niet op een muur.',
    over: 'De zestig seconden zijn om. Je briefjes hangen aan de muur.',
  },

  deed: {
    look: (about) => `Keek naar ${about}`,
    save: (about) => `Bewaarde ${about} voor later`,
    search: (about) => `Zocht op “${about}”`,
    cart: (about) => `Legde ${about} in het mandje`,
    buy: (about) => `Kocht ${about}`,
    less: (about) => `Zei: minder van ${about}`,
    gift: () => 'Zei: dit bezoek is voor een cadeau',
  },
  refused: (why) => `Tegengehouden bij de poort: ${why}`,
  refusal: {
    'personal-data': 'het lijkt op iets waaraan je te herkennen bent',
    invalid: 'de motor kent zo’n gebeurtenis niet',
    other: 'geen enkel doel heeft het nodig',
  },

  notes: {
    title: 'Wat er gebeurde',
    lead: 'Eén briefje per klik.',
    none: 'Er hangt geen briefje meer aan de muur.',
    numbered: (number) => `Briefje ${String(number)}`,
    bin: (number) => `In de prullenbak: briefje ${String(number)}`,
    toBin: 'In de prullenbak',
    hint: 'Sleep het naar de prullenbak, of druk op Delete of de knop.',
    tied: (cards) => `Zit vast aan ${cards}.`,
    loose: 'Zit aan geen kaart vast.',
    card: (number) => `kaart ${String(number)}`,
  },

  cards: {
    title: 'Wat eruit volgt',
    guess: 'Wat denk je dat de winkel concludeert? Raad, en draai dan om.',
    turnAll: 'Draai alle kaarten om',
    hideAll: 'Alles dicht',
    turn: 'Draai om',
    back: 'Weer dicht',
    numbered: (number) => `Kaart ${String(number)}`,
    tied: (count) => `Zit vast aan ${notesOf(count)}`,
    rests: (count) => (count === 0 ? 'Rust op geen briefje meer' : `Rust op ${notesOf(count)}:`),
    refusedOf: (count) => (count === 0 ? 'Over geen briefje meer' : `Gaat over ${notesOf(count)}:`),
    sure: 'Hoe zeker',
    known: 'Bekend uit de klikken',
    was: (before) => `was ${before}`,
    withheld: { doubt: 'In twijfel', alone: 'Met rust gelaten', figures: 'Geen cijfers' },
    fate: {
      fell: 'Gevallen',
      weaker: 'Zwakker',
      stronger: 'Sterker',
      new: 'Nieuw',
      stands: 'Zoals eerst',
    },
    more: (count) => (count === 1 ? 'Toon nog 1 kaart' : `Toon nog ${String(count)} kaarten`),
    fewer: 'Toon minder kaarten',
    details: 'Meer hierover',
  },

  empty: {
    title: 'Er is niets aangeklikt, dus er wordt niets geconcludeerd',
    text: 'Geen klik, geen briefje, geen conclusie, en morgen zegt niemand iets over jou. Kijk eens naar twee dingen voor de tuin en leg er een in het mandje.',
    gone: 'Alles ligt in de prullenbak, dus er wordt niets geconcludeerd',
    goneText: 'Zonder briefje is er niets om een draad aan vast te maken. Haal er een terug en kijk wat er meekomt.',
    again: 'Probeer je eigen zestig seconden',
  },

  offer: {
    title: 'De voorpagina van morgen',
    guess: 'Wat zal de winkel morgen zeggen? Raad, en draai dan om.',
    nothing: 'Er wordt niets tegen je gezegd',
    stands: 'De gewone voorpagina van de winkel blijft staan, zoals voor iedereen.',
    because: 'Waarom:',
    before: 'Eerst',
    now: 'Nu',
    stays: 'Het blijft hetzelfde.',
    changes: 'Het verandert.',
  },

  bin: {
    title: 'Prullenbak',
    empty: 'Leeg. Gooi hier een briefje in.',
    drop: 'Laat los om weg te gooien',
    holds: notesOf,
    putBack: (number) => `Haal terug: briefje ${String(number)}`,
    back: 'Haal terug',
    undo: 'Ongedaan maken',
  },

  receipt: {
    title: 'Bonnetje',
    removed: 'Weggehaald',
    rows: (count) => (count === 1 ? '1 regel uit het logboek' : `${String(count)} regels uit het logboek`),
    fell: 'Gevallen',
    weaker: 'Zwakker',
    stronger: 'Sterker',
    fresh: 'Kwam ervoor in de plaats',
    nothing: 'Geen conclusie veranderde.',
    hidden: (number) => `kaart ${String(number)}, nog dicht`,
    offer: 'Morgen',
    proven: 'Bewezen: hetzelfde als wanneer het nooit was gebeurd',
    how: 'Twee keer uitgerekend, één keer gewist en één keer nooit verteld, en tot op de laatste byte vergeleken.',
    unproven: 'Niet hetzelfde als wanneer het nooit was gebeurd. Dat is een fout; meld het ons.',
  },

  said: {
    dropped: (number, fell) =>
      `Briefje ${String(number)} ligt in de prullenbak. ${fell === 0 ? 'Er viel geen kaart.' : fell === 1 ? 'Er viel 1 kaart.' : `Er vielen ${String(fell)} kaarten.`}`,
    back: (number) => `Briefje ${String(number)} hangt weer aan de muur.`,
    seeReceipt: 'Bekijk het bonnetje',
  },

  answers: {
    show: 'Antwoordblad',
    hide: 'Verberg het antwoordblad',
    title: 'Antwoordblad, uitgerekend van deze muur',
    holds: (card) => `Welke briefjes houden “${card}” overeind?`,
    loose: 'Welke briefjes houden niets overeind?',
    decisive: 'Welk ene briefje verandert het aanbod van morgen als je het weggooit?',
    refused: 'Wat werd niet geconcludeerd, en waarom?',
    none: 'Geen enkel.',
    noneRefused: 'Er werd niets weggelaten.',
    nothing: 'Er wordt niets geconcludeerd, dus er valt niets te vragen.',
  },
};
