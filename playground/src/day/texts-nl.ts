import { formatCount } from './figures.js';
import type { DayTexts } from './texts-en.js';

const votesOf = (count: number): string => (count === 1 ? '1 stem' : `${String(count)} stemmen`);
const peopleOf = (count: number): string => (count === 1 ? '1 mens' : `${String(count)} mensen`);
const factsOf = (count: number): string => (count === 1 ? '1 feit' : `${String(count)} feiten`);

/** Everything the page One day, three shops says in Dutch. */
export const dayNl: DayTexts = {
  private:
    'Niets wat hier gebeurt wordt bewaard of verstuurd: de seed en de stemmen staan in het adres van deze pagina. Wat de winkel Tactvol zegt en waarom is het antwoord van de echte engine. De mensen zijn verzonnen, volgens gedrukte formules.',
  synthetic: 'Verzonnen; om van te leren',
  strip: 'De negen momenten van de dag',
  place: (number, title) => `${String(number)}. ${title}`,
  of: (number) => `Kaart ${String(number)} van 9`,
  end: 'Het einde van de dag',
  stateOpen: 'beantwoord',
  stateVoted: (count) => votesOf(count),
  card: {
    train: {
      title: 'In de trein',
      story:
        'Noor is op weg naar haar werk. De heuvels glijden voorbij; twintig minuten lang wil niemand iets van haar.',
      chance: 'Een winkel kan een bericht naar haar telefoon sturen.',
    },
    door: {
      title: 'Voor de deur',
      story: 'Ze staat voor de winkel om de hoek. Is die open? Ze zoekt de tijden op de site van de winkel.',
      chance: 'Ze is zelf op de pagina van de winkel; er is plaats voor één aanbod.',
    },
    till: {
      title: 'IJs afrekenen',
      story: 'Pauze, citroenijs. Ze heeft haar pas in de hand, en achter haar wacht iemand.',
      chance: 'Ze staat bij de kassa van de winkel; een aanbod zou tussen haar en het betalen staan.',
    },
    rival: {
      title: 'Bij de etalage van een ander',
      story: 'Op de terugweg blijft ze staan voor een andere winkel. In de etalage ligt een tuinslang.',
      chance: 'Alleen een winkel die volgt waar ze loopt, weet dat dit het moment is.',
    },
    parcel: {
      title: 'Het late pakje',
      story: 'Het pakje was voor vanmorgen beloofd. Ze kijkt waar het blijft, en klaagt.',
      chance: 'Ze is op de pagina over haar bestelling; daarnaast is plaats.',
    },
    cemetery: {
      title: 'Op de begraafplaats',
      story: 'Ze bezoekt het graf van haar vader. Voor ze naar binnen gaat zegt ze tegen de winkel: stil, tot morgen.',
      chance: 'Een winkel kan toch een bericht sturen. De telefoon zit in haar jas.',
    },
    dinner: {
      title: 'Eten met een vriendin',
      story: 'Ze praten over haar vader. De telefoons liggen op tafel, met het scherm naar beneden.',
      chance: 'De stilte waar ze om vroeg is nog niet voorbij. Een bericht zou de tafel verlichten.',
    },
    sofa: {
      title: 'Op de bank',
      story: 'De dag is klaar. Ze maakt zelf een eind aan de stilte en kijkt naar tuinslangen, zomaar.',
      chance: 'Ze kwam uit zichzelf, en kijkt rond voor haar plezier.',
    },
    tellMe: {
      title: 'Geef me een seintje',
      story: 'Zes dagen geleden vroeg ze: zeg het als de slang minder dan 31 euro kost. Nu is het zover.',
      chance: 'Ze heeft hier zelf om gevraagd, bij de winkel die luistert.',
    },
  },

  question: 'Spreken of zwijgen?',
  vote: { speak: 'Spreken', hush: 'Zwijgen', pass: 'Weet niet' },
  voteKey: (key, word) => `${word} (toets ${key})`,
  votes: votesOf,
  none: 'Nog niemand heeft gestemd. Druk op 1, 2 of 3: één keer per leerling, of één keer voor de hele klas.',
  rule: 'Meer voor spreken dan voor zwijgen: de klas spreekt. Gelijk is stilte.',
  full: 'Bij deze kaart passen niet meer stemmen.',
  classDoes: { speak: 'Onze klas spreekt.', hush: 'Onze klas zwijgt.' },
  nobodyVoted: 'Niemand stemde, dus onze klas zwijgt.',
  reveal: 'Laat zien wat de winkels doen',
  next: 'Volgende kaart',
  toEnd: 'Naar het einde van de dag',
  back: 'Vorige kaart',
  again: 'Opnieuw stemmen',
  undo: 'Laatste stem terug',
  keyName: { space: 'spatie', left: '←', right: '→' },

  fronts: 'Drie winkels',
  morning: 'De winkels zijn nog dicht. Ze antwoorden alle drie tegelijk zodra je het laat zien.',
  waits: (title) => `Zoals ze ervoor stonden na “${title}”. Ze antwoorden op deze kaart zodra je het laat zien.`,
  front: {
    blast: { name: 'Toeter', motto: 'Iedereen, altijd' },
    naive: { name: 'Naïef', motto: 'Weet alles, zegt alles' },
    tactful: { name: 'Tactvol', motto: 'Het juiste aanbod, of niets' },
    class: { name: 'Onze klas', motto: 'Waar jullie voor stemden' },
  },
  silent: 'Zegt niets',
  says: (title) => `“${title}”`,
  why: {
    blast: 'Spreekt tegen iedereen op elk moment, en loot wat het zegt.',
    naive: 'Spreekt op elk moment over wat ze het meest bekeek en kocht.',
    naiveFollows: 'Volgt waar ze loopt, en spreekt over wat ze het meest bekeek en kocht.',
    engine: 'De reden van de engine zelf',
    classSpeaks: 'Er wilden er meer spreken dan zwijgen.',
    classHushes: 'Er wilden er niet meer spreken dan zwijgen.',
  },
  reached: (count) => `Het bereikte ${peopleOf(count)}.`,
  reachedNobody: 'Het bereikte niemand.',
  bought: (count) => `${peopleOf(count)} ${count === 1 ? 'kocht' : 'kochten'} waar het over ging.`,
  resented: (count) => `${peopleOf(count)} ${count === 1 ? 'stoorde' : 'stoorden'} zich eraan.`,
  mindedNobody: 'Niemand stoorde zich eraan.',
  meter: {
    heart: 'Hart',
    purse: 'Beurs',
    jar: 'Gegevenspot',
    trust: (share) => `${share} van het vertrouwen is over`,
    left: (count) => `${peopleOf(count)} voorgoed weg`,
    muted: (count) => `${peopleOf(count)} ${count === 1 ? 'zette' : 'zetten'} berichten uit`,
    points: (points) => `${points} punten`,
    profit: (money) => `${money} vergeleken met een winkel die zwijgt`,
    facts: (count) => `${factsOf(count)} over haar op de server`,
    since: (change) => `${change} bij deze kaart`,
    same: 'bij deze kaart niets veranderd',
  },
  lived: (people) => `Geleefd door ${String(people)} verzonnen mensen met haar dag en haar smaak.`,

  world: {
    title: 'Wereld',
    name: { essays: 'Mensen storen zich', nullAnnoyance: 'Niemand stoort zich' },
    essays: 'Mensen storen zich aan berichten, zoals ze in onderzoek zeggen.',
    nullAnnoyance: 'Niemand stoort zich ergens aan, en niets slijt. Wie meer spreekt, verkoopt meer.',
    flip: { essays: 'Wissel: niemand stoort zich', nullAnnoyance: 'Wissel: mensen storen zich' },
    said: { essays: 'Nu storen mensen zich.', nullAnnoyance: 'Nu stoort niemand zich.' },
  },
  tools: 'Seed, link en toetsen',
  seed: 'Seed',
  seedHint: 'Een andere seed, andere mensen. 1 tot 999.999.',
  copy: 'Kopieer de link',
  copied: 'De link is gekopieerd. De seed en alle stemmen staan erin.',
  notCopied: 'De link kon niet worden gekopieerd. Hij staat in de adresbalk.',
  restart: 'Begin de dag opnieuw',
  keys: 'Gebruik de toetsen 1, 2, 3, spatie, pijltjes en T',
  said: {
    voted: (word, count) => `${word}: ${votesOf(count)}.`,
    undone: (count) => `Eén stem minder. ${votesOf(count)} bij deze kaart.`,
    restarted: 'Het is weer ochtend. Alle stemmen zijn weg.',
    revealed: (who, what) => `${who}: ${what}`,
    done: (count) => `Een half jaar van ${formatCount(count, 'nl')} klanten is klaar.`,
  },

  evening: {
    title: 'Hoe de dag eindigde',
    lead: (voted, speak) =>
      `Onze klas stemde bij ${String(voted)} van de 9 kaarten en spreekt bij ${String(speak)}. Waar niemand stemde zwijgt ze. Ze weet wat de winkel Naïef weet.`,
    noVotes:
      'Niemand heeft vandaag gestemd. Onze klas is dus een winkel die niets zegt; ga terug naar een kaart en stem.',
    spoke: (count) => `Sprak bij ${String(count)} van de 9 kaarten.`,
  },
  half: {
    title: 'Een half jaar, vier winkels, dezelfde mensen',
    lead: 'Eén dag is een verhaal. Hier leven dezelfde verzonnen mensen 180 dagen onder elke winkel, en onder een zwijgende om mee te vergelijken.',
    votes:
      'De stemmen bij de etalage en bij “Geef me een seintje” hebben in dit half jaar geen evenknie; de andere zeven bepalen wat onze klas doet.',
    shoppers: 'Hoeveel klanten',
    count: (count) => `${formatCount(count, 'nl')} klanten`,
    run: 'Laat ze leven',
    stop: 'Stop',
    stopped: 'Gestopt. Er is niets uitgerekend.',
    failed: 'Dat lukte niet in deze browser. Probeer het nog eens, of met minder klanten.',
    progress: (done, of) =>
      `${formatCount(done, 'nl')} van ${formatCount(of, 'nl')} klanten hebben hun half jaar geleefd`,
    chart: 'Extra winst per klant, vergeleken met een zwijgende winkel',
    chartNote: (count, seed) =>
      `Teken: gemiddelde. Lijn: 95%-interval. ${formatCount(count, 'nl')} klanten, seed ${String(seed)}, 180 dagen.`,
    zero: 'zwijgende winkel',
    between: (low, high) => `${low} tot ${high}`,
    table: 'Hetzelfde in cijfers, per klant',
    head: {
      policy: 'Winkel',
      profit: 'Extra winst',
      interval: '95%-interval',
      contacts: 'Berichten',
      resented: 'Keer gestoord',
      quiet: 'In stille tijd',
      muted: 'Uitgezet',
      left: 'Weg',
      trust: 'Vertrouwen over',
    },
    silence: 'Zwijgend',
    most: (name) => `${name} verdient hier het meest.`,
    mostPerhaps: (name, near) =>
      `${name} verdient hier het meest, maar niet duidelijk meer dan ${near}: hun intervallen overlappen.`,
    ahead: (gap) => `Toeter wint van Tactvol met ${gap} per klant.`,
    behind: (gap) => `Tactvol wint van Toeter met ${gap} per klant.`,
    close: 'Tussen Toeter en Tactvol is het te dichtbij om te zeggen: hun intervallen overlappen.',
    cost: (left, other) => `Toeter jaagt ${left} van de klanten weg, Tactvol ${other}.`,
    flipped:
      'Tact loont dus alleen waar mensen zich storen. Wie zegt dat het altijd loont, heeft de andere wereld niet geprobeerd.',
    honest:
      'Verzonnen mensen die volgens gedrukte formules reageren: een volgorde om over na te denken, geen effect van iets echts. Iedereen vond het goed onthouden te worden; niemand heeft Tactvol toegestaan langs te komen.',
  },
  teacher: {
    title: 'In de klas, een kwartier',
    steps: [
      'Lees een kaart voor. Iedereen kiest: spreken of zwijgen? Tel de handen met 1 en 2, en druk op spatie.',
      'Vraag voor je verdergaat: welk hart barst nu, en welke beurs vult dat?',
      'Druk aan het eind op T. Welke winkel wint in welke wereld, en in welke van de twee leven wij? Hoe kun je daar achter komen?',
    ],
  },
};
