/** Phrases that press a shopper to act before thinking, English then Dutch; `#` is any number. Elicited. */
export const PRESSING: readonly string[] = [
  'only # left',
  'just # left',
  '# left in stock',
  '# left at this price',
  '# hours left',
  '# minutes left',
  '# days left',
  'ends in # seconds',
  'ends in # minutes',
  'ends in # hours',
  'ends tonight',
  'last chance',
  'last few',
  'last one',
  'final hours',
  'final call',
  'hurry',
  'act now',
  'act fast',
  'order now',
  'now or never',
  "don't miss",
  'do not miss',
  "don't wait",
  "before it's gone",
  "before they're gone",
  'going fast',
  'selling fast',
  'almost gone',
  'almost sold out',
  'nearly sold out',
  'while stocks last',
  'while supplies last',
  'limited time',
  'limited offer',
  'today only',
  'only today',
  'flash sale',
  'countdown',
  '# people are looking',
  '# people are viewing',
  '# people bought',
  'everyone is buying',
  'once in a lifetime',
  'you have been selected',
  "you've been selected",
  'nog maar #',
  'nog slechts #',
  'nog # over',
  'nog # beschikbaar',
  'nog # stuks',
  'nog # op voorraad',
  'nog # uur',
  'nog # minuten',
  'nog # dagen',
  'eindigt over #',
  'eindigt vanavond',
  'laatste kans',
  'laatste stuks',
  'laatste exemplaren',
  'laatste uren',
  'op is op',
  'wees er snel bij',
  'wees snel',
  'haast je',
  'sla nu je slag',
  'sla je slag',
  'grijp je kans',
  'bestel nu',
  'bestel snel',
  'nu of nooit',
  'mis het niet',
  'mis deze kans niet',
  'mis dit niet',
  'wacht niet',
  'wacht niet langer',
  'bijna weg',
  'bijna uitverkocht',
  'zolang de voorraad strekt',
  'alleen vandaag',
  'vandaag alleen',
  'aftellen',
  '# mensen bekijken',
  '# mensen kochten',
  'iedereen koopt',
  'jij bent uitgekozen',
  'je bent uitgekozen',
];

/** Clocks, sirens and flames: a countdown without words. */
export const PRESSING_SIGNS: RegExp = /[\u23F0-\u23F3\u231A\u231B\u{1F525}\u{1F6A8}\u26A1\u{1F4A5}]/u;

/** Numbers as words, for what stands where a phrase has `#`. */
export const NUMBER_WORDS: readonly string[] = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'a few'],
  ...['een', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'enkele'],
];

/** Words that shout by themselves when written in capitals. */
export const LOUD: ReadonlySet<string> = new Set(
  'sale now free new hot deal deals wow stop only nu gratis nieuw actie korting koopje koopjes uitverkoop alleen let op'.split(
    ' ',
  ),
);

/** Words that name no thing; a title of nothing else does not say what it is about. English, then Dutch. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its some something thing things stuff item items product products ' +
    'and or of for in on to at by from with up off is are be here there now today more most just only all every ' +
    'you your yours we our us my me i offer offers deal deals discount sale special specials promotion promo bargain ' +
    'best better good great nice super top hot new big exclusive amazing unique favourite perfect free cheap cheaper ' +
    'save saving savings buy shop get click look see discover check find try read learn take ' +
    'de het een dit dat deze die iets ding dingen artikel artikelen en of van voor in op naar bij uit met te is zijn ' +
    'hier daar nu vandaag meer meest alleen alle alles elk jij je jou jouw u uw wij we ons onze mijn mij ik ' +
    'aanbieding aanbiedingen actie acties korting deal uitverkoop speciaal speciale koopje koopjes voordeel voordelig ' +
    'beste beter goed goede leuk leuke super top nieuw nieuwe groot grote exclusief exclusieve uniek unieke perfect ' +
    'perfecte gratis goedkoop goedkoper bespaar koop shop klik kijk bekijk ontdek zie vind probeer lees pak'
  ).split(' '),
);

/** Words with which a text says until when, English then Dutch; a date in digits says it too. */
export const END_WORDS: readonly string[] = [
  ...['until', 'till', 'through', 'ends', 'ending', 'valid', 'last day', 'this week', 'this month', 'this weekend'],
  ...['tot', 't/m', 'geldig', 'eindigt', 'deze week', 'deze maand', 'dit weekend', 'laatste dag', 'uiterlijk'],
];
