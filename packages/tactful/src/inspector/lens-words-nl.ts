import { PROFILE_WORDS_NL } from '../engine/index.js';
import { HEALTH_WORDS_NL } from './health-words-nl.js';
import type { LensWords } from './lens-words.js';

const rowsOf = (rows: number): string => (rows === 1 ? '1 regel' : `${String(rows)} regels`);

/** Dutch. Says the same as {@link LENS_WORDS_EN}. */
export const LENS_WORDS_NL: LensWords = {
  lang: 'nl',
  heading: 'Wat deze pagina weet en vertelt',
  loading: 'Even kijken…',
  again: 'Opnieuw kijken',
  filter: 'Filter de regels',
  filterNone: 'Geen regel hier heeft deze woorden.',
  more: (left) => `Meer tonen (nog ${String(left)})`,
  trouble: {
    'click-icon': {
      what: 'tactful mag nog niet naar deze pagina kijken.',
      next: 'Klik op het tactful-icoon in de werkbalk. Dan mag het naar dit ene tabblad kijken, tot je naar een andere site gaat.',
    },
    'not-a-page': {
      what: 'Dit tabblad toont geen webpagina, dus er valt niets te bekijken.',
      next: 'Ga naar een winkel en klik daar op het tactful-icoon.',
    },
    refused: {
      what: 'De browser laat geen enkele extensie naar deze pagina kijken.',
      next: 'Dat is gewoon bij pagina’s van de browser zelf en bij zijn extensiewinkel. Ga naar een andere pagina en klik daar op het icoon.',
    },
    unreadable: {
      what: 'Wat hier is opgeslagen kon nu niet worden gelezen.',
      next: 'Kijk opnieuw. Helpt dat niet, herlaad dan de pagina en klik nog eens op het icoon.',
    },
  },
  tabs: { you: 'Jij', decisions: 'Besluiten', log: 'Logboek', page: 'Deze pagina' },
  profile: PROFILE_WORDS_NL,
  provenance: {
    observed: 'gezien',
    stated: 'door jou gezegd',
    announced: 'door de pagina gemeld',
    listed: 'uit een lijst',
    concluded: 'afgeleid',
    withheld: 'niet afgeleid',
  },
  section: {
    conflicts: {
      title: 'Wat ik zeg, wat ik doe',
      note: 'Die twee verschillen. Jij kiest welke telt.',
      empty: 'Wat je zegt en wat je doet zijn het eens.',
    },
    rest: {
      title: 'Niets over de rest',
      note: '',
      empty:
        'Wat je zegt, wat je doet en wat daaruit wordt afgeleid verschijnt hier als je ja hebt gezegd: elke regel met de klikken waar hij op rust, en met knoppen om hem te verbeteren, weg te halen of te verbieden. Zonder jouw ja wordt er niets bewaard, en daarna alleen op dit apparaat.',
    },
    needs: {
      title: 'Waarvoor het bewaard wordt',
      note: 'Elke soort regel die bewaard wordt, het doel waar je ja tegen zei, en of die ooit een besluit heeft veranderd.',
      empty: 'Er wordt niets bewaard, dus nergens voor.',
    },
    held: {
      title: 'Hier over jou bewaard',
      note: 'Regels die tactful op dit apparaat voor deze site bewaart, de nieuwste eerst.',
      empty: 'Er wordt niets bewaard. Regels verschijnen hier als je ja hebt gezegd en rondkijkt.',
    },
    decided: {
      title: 'Besloten, en waarom',
      note: 'Elke keer dat er iets tegen je gezegd had kunnen worden, de nieuwste eerst.',
      empty: 'Er is nog niets besloten.',
    },
    companies: {
      title: 'Weten van je bezoek',
      note: 'Bedrijven aan wier computers deze pagina iets vroeg. Zij weten dat er iemand was, en vaak ook wie.',
      empty: 'Er is geen ander bedrijf gezien.',
    },
    announced: {
      title: 'Door de pagina gemeld',
      note: 'Wat de pagina, in woorden voor machines, over zichzelf en over jouw doen zegt. Elk script in de pagina kan het lezen.',
      empty: 'De pagina meldt niets dat hier te lezen is.',
    },
    stored: {
      title: 'Namen van wat is opgeslagen',
      note: 'Alleen de namen. Naar wat eronder staat is niet gekeken.',
      empty: 'Er is niets opgeslagen dat van hieruit te zien is.',
    },
    possible: {
      title: 'Wat eruit af te leiden is',
      note: 'Wat onze eigen rekenregels van deze meldingen zouden maken. Zojuist uitgerekend, nergens bewaard.',
      empty: 'Niets: de pagina meldt geen product en geen gebeurtenis.',
    },
  },
  sentence: {
    told: (companies) =>
      `Deze pagina vertelde het aan minstens ${companies === 1 ? '1 bedrijf' : `${String(companies)} bedrijven`}`,
    toldNobody: 'Deze pagina vertelde het aan geen ander bedrijf dat van hieruit te zien is',
    announces: 'ze meldt dat je naar {product} kijkt.',
    announcesPriced: 'ze meldt dat je naar {product} kijkt, {price}.',
    announcesEvents: 'ze meldt wat je doet, maar geen product.',
    announcesNothing: 'ze meldt niets over waar je naar kijkt.',
    holds: (rows) => `tactful bewaart hier ${rowsOf(rows)} over jou`,
    holdsNothing: 'tactful bewaart hier niets over jou. Zonder jouw ja wordt er niets bewaard, en je mag nee zeggen.',
    lastSilent: 'en zei het laatst niets, want: {reason}',
    lastOffered: 'en toonde het laatst {offer}, want: {reason}',
    lastNothing: 'en heeft nog niets besloten.',
  },
  company: {
    hosts: 'gevraagd: {hosts}',
    category: {
      ad: 'reclame',
      analytics: 'meet bezoekers',
      social: 'sociaal netwerk',
      video: 'video',
      utility: 'hulpmiddelen voor sites',
      hosting: 'hosting',
      marketing: 'marketing',
      'customer-success': 'klantcontact',
      content: 'inhoud',
      cdn: 'levert bestanden',
      'tag-manager': 'laadt andere scripts',
      'consent-provider': 'toestemmingsbalk',
      other: 'overig',
    },
  },
  announcedBy: {
    product: 'Product: {name}',
    event: 'Gebeurtenis {event}: {name}',
    source: { 'json-ld': 'als JSON-LD', microdata: 'als microdata', 'data-layer': 'in de dataLayer' },
  },
  place: { cookie: 'cookie', local: 'lokale opslag', session: 'opslag van dit tabblad', database: 'database' },
  consent: {
    none: 'Je bent nog niet gevraagd.',
    state: {
      in: 'Je zei ja tegen: {purpose}.',
      out: 'Je zei nee tegen: {purpose}.',
      pending: 'Je hebt nog niet gekozen over: {purpose}.',
    },
  },
  engine: {
    differs:
      'Deze site gebruikt een andere versie van de rekenregels, dus zijn conclusies zijn niet te vergelijken. De regels en besluiten staan er zoals ze zijn opgeslagen.',
    unknown: 'De opslag bevat geen leesbare instellingen, dus er is hier niets uit af te leiden.',
  },
  unreadable: 'Er is hier een opslag “{scope}” die deze versie niet kan openen.',
  you: {
    nothing: 'Nog niets over jou',
    soon: 'Wat je zegt, wat je doet en wat daaruit wordt afgeleid komt hier te staan: elke regel met de klikken waar hij op rust, en met knoppen om hem te verbeteren, weg te halen of te verbieden. Alles blijft op dit apparaat.',
    sure: '{percent} zeker',
    says: 'Wat ik zeg',
    does: 'Wat ik doe',
    more: 'Meer',
    changed: 'zojuist veranderd',
    action: '{action} ({row})',
    why: 'Waarom',
    need: { used: 'gebruikt', not_needed: 'niet nodig', untried: 'nog niet geprobeerd' },
    forgetNeed: 'Vergeet deze regels',
    forgetRows: (rows) => (rows === 1 ? 'Vergeet het' : `Vergeet ${rowsOf(rows)}`),
  },
  evidence: (rows) => `Rust op ${rowsOf(rows)}`,
  evidenceMore: (rows) => `En nog ${rowsOf(rows)}, in het logboek.`,
  decision: {
    offered: 'Getoond: {offer}',
    silent: 'Er is niets gezegd',
    place: 'plek: {placement}',
    until: 'tot {moment}',
    left: { default: 'de inhoud van de winkel zelf bleef staan', empty: 'de plek bleef leeg' },
    endedBy: {
      declare: 'Je kunt dit beëindigen door het op de pagina te zeggen.',
      consent: 'Je kunt dit beëindigen door ja te zeggen tegen het doel.',
      forget: 'Je kunt dit beëindigen door de regels te vergeten waar het op rust.',
      task: 'Het eindigt als je klaar bent met wat je deed.',
      resolve: 'Het eindigt als je klacht is opgelost.',
      visit: 'Het eindigt bij je volgende bezoek.',
    },
    whyNothing: 'Waarom niets?',
    whyThis: 'Waarom dit?',
    differs: 'Wat het verschil had gemaakt is niet meer te zeggen: er zijn sindsdien regels of instellingen veranderd.',
    done: 'Dit heb je intussen beëindigd.',
    worth: 'Wat {what} woog, in honderdsten',
    term: 'deel',
    value: 'gewicht',
    total: 'samen',
    all: 'Alles wat gezegd had kunnen worden',
    considered: 'Wat er verder is overwogen',
    candidate: 'kandidaat',
    verdict: 'oordeel',
    score: 'score',
    scoreNote: 'Score: verwachte waarde voor jou en de winkel samen, in honderdsten.',
    silence: 'niets zeggen',
    unreadable: 'Een besluit dat niet te lezen is',
  },
  forget: 'Vergeet deze regel',
  forgetRow: 'Vergeet deze regel: {row}',
  erase: {
    ask: 'Alles wissen',
    question: (rows) =>
      `Alle ${rowsOf(rows)}, conclusies en besluiten van deze site op dit apparaat wissen? Dit kan niet ongedaan worden gemaakt.`,
    yes: 'Ja, wis alles',
    no: 'Nee, bewaar het',
  },
  receipt: {
    gone: (rows) => `${rowsOf(rows)} verwijderd; opnieuw gelezen: weg.`,
    still: (rows) =>
      `${rowsOf(rows)} verwijderd, maar opnieuw gelezen staat er nog iets. Kijk opnieuw, of herlaad de pagina.`,
    failed: 'Dat lukte nu niet; er is niets veranderd. Kijk opnieuw en probeer het nog eens.',
    working: 'Bezig…',
    said: (line) =>
      line === ''
        ? 'Genoteerd als door jou gezegd; opnieuw gelezen: het staat er.'
        : `Genoteerd, en opnieuw gelezen: ${line}`,
    unsaid: 'Dat is genoteerd, maar opnieuw gelezen staat het er niet. Kijk opnieuw, of herlaad de pagina.',
    refused: {
      'no-consent':
        'Dat is niet bewaard: zonder jouw ja wordt er niets bewaard. Zeg ja op de pagina en probeer het nog eens.',
      'not-needed': 'Dat is niet bewaard: de site heeft geen doel dat het nodig heeft.',
      invalid: 'Dat is niet bewaard: de pagina weet er geen raad mee.',
      'personal-data': 'Dat is niet bewaard: het kan zeggen wie je bent.',
    },
    undo: 'Ongedaan maken',
  },
  card: {
    title: 'Bon: gewist',
    site: 'Site',
    when: 'Wanneer',
    removed: 'Verwijderd',
    rows: rowsOf,
    group: {
      views: 'wat je hebt bekeken',
      purchases: 'winkelwagen en aankopen',
      searches: 'zoekopdrachten',
      statements: 'wat je hebt gezegd, en wat je te zien kreeg',
      answers: 'vragen en antwoorden',
      place: 'plaatsen en bezoeken',
      moment: 'momenten',
      relation: 'klachten en beloften',
    },
    decisions: 'besluiten, met hun redenen',
    nothing: 'Er was niets om te verwijderen.',
    proof: 'Bewijs',
    verified: 'Daarna opnieuw gelezen: weg.',
    unverified: 'Daarna opnieuw gelezen: er stond nog iets. Kijk opnieuw, of herlaad de pagina.',
    grade: 'Hoe grondig',
    grades: {
      reachable:
        'Geen programma kan het via de browser nog vinden. Resten van het bestand kunnen op de schijf blijven tot de browser opruimt.',
      file: 'Ook de bytes zijn weg uit de bestanden van de browser op deze schijf.',
    },
    watch: 'Is het teruggekomen?',
    watching: 'Er wordt steeds opnieuw gekeken, voor het laatst om {moment}.',
    watched: 'Er wordt niet meer gekeken; voor het laatst om {moment}.',
    looking: 'Kijken …',
    blind: 'De laatste keer kijken lukte niet. Het wordt opnieuw geprobeerd.',
    absent: 'Nee: niets van wat gewist is, is teruggekomen.',
    back: (rows) =>
      `${rowsOf(rows)} van wat gewist is ${rows === 1 ? 'is' : 'zijn'} weer te lezen. Dat hoort niet: wis nog een keer.`,
    fresh: (rows) =>
      `${rowsOf(rows)} ${rows === 1 ? 'kwam' : 'kwamen'} er sindsdien bij, door wat je na het wissen zei of deed.`,
    save: 'Bewaar deze bon',
    saved: (name) => `Bewaard als ${name}.`,
    file: 'bon-van-het-wissen',
    note: 'Op deze bon staat hoeveel er was, en niets van waar het over ging.',
    close: 'Leg de bon weg',
  },
  health: HEALTH_WORDS_NL,
  close: 'Sluiten',
  blind:
    'Niet alles is van hieruit te zien: doorverwijzingen, websockets, en wat er in frames en workers gebeurt blijven verborgen. Daarom staat er “minstens”.',
};
