import type { AccountWords } from './account-words.js';

/** Dutch, for every term, input and action. */
export const ACCOUNT_WORDS_NL: AccountWords = {
  term: {
    business: {
      name: 'winst van de winkel',
      idea: 'Marge die spreken toevoegt, min wat wordt gegeven aan wie toch al kocht: (p1 - p0)(m - d) - p0 d (vgl. Ascarza 2018).',
    },
    shopper: {
      name: 'winst van de klant',
      idea: 'Besparing en nut, p1 (d + nu m fit); ,3 ervan telt bij verkoop, alles bij advies.',
    },
    saving: { name: 'bespaard door advies', idea: 'Wat goed advies bespaart telt helemaal: p1 d.' },
    relation: { name: 'goed voor de relatie', idea: 'Wat een geschenk, hulp of excuus goedmaakt.' },
    harm: {
      name: 'kans op ergernis',
      idea: 'Kans op ergernis, aan de bovenkant, maal wat dan verloren gaat, plus aandacht (vgl. Goldstein et al. 2014).',
    },
    tact: { name: 'marge van tact', idea: 'Bij twijfel stilte: ook gelijkspel is stilte.' },
    slot: {
      name: 'prijs van een contact',
      idea: 'Onder een grens heeft elk contact een prijs (vgl. Badanidiyuru et al. 2013).',
    },
    wait: { name: 'wachten op een bezoek', idea: 'Kans op een bezoek binnen 7 dagen, maal wat dat zou brengen.' },
    neglect: { name: 'genegeerd worden', idea: 'Ook stilte heeft een prijs, waar niets verkocht zou worden.' },
  },
  feature: {
    affinity: 'past bij wat hier gedaan is',
    stated: 'past bij wat gezegd is',
    priceFit: 'past bij de gewone prijs',
    wear: 'onlangs getoond',
    discount: 'hoogte van de korting',
    satiation: 'kort geleden gekocht',
    fatigue: 'veel berichten de laatste tijd',
    due: 'ongeveer weer tijd',
    moment: 'een moment over',
    outbound: 'gestuurd, niet gevonden',
    support: 'kwam voor hulp',
    goal: 'helpt een genoemd doel',
  },
  sum: '{what}: {sum} = {total}',
  chance:
    'Kans op kopen: {before} % uit zichzelf, {after} % na een voorstel; de invoer deelt het verschil (Sundararajan et al. 2017).',
  silence: 'stilte',
  decimal: ',',
  later: 'Na {moment} had je “{offer}” gezien.',
  instead: '{action} had je “{offer}” gezien.',
  doing: {
    preference: 'Als je zegt dat je van {value} houdt,',
    never: 'Als je zegt wat je nooit wilt zien,',
    relationship: 'Als je kiest hoe je behandeld wilt worden,',
    channel: 'Als je berichten langs deze weg toestaat,',
    quiet: 'Als je de stille tijd beëindigt,',
    mode: 'Als je weer om aanbiedingen vraagt,',
    intent: 'Als je zegt dat je komt om te kopen,',
    goal: 'Als je een doel noemt,',
    visit: 'Bij een bezoek uit jezelf',
    consent: 'Als je ja zegt tegen {value},',
    forget: 'Als je je „nooit” terugneemt,',
    task: 'Als je afmaakt waar je mee bezig was,',
  },
  verdict: '{offer}: {reason}',
  chosen: 'Gekozen.',
};
