import type { ReasonCode } from './reason.js';
import type { Wording } from './wording.js';

/** Dutch, for every code. */
export const WORDS_NL: Readonly<Record<ReasonCode, Wording>> = {
  NO_CONSENT: {
    shopper: 'Je hebt geen ja gezegd tegen persoonlijke aanbiedingen.',
    developer: 'Toestemmingsregel: geen doel staat op in.',
    educator: 'Meer zeggenschap verdubbelde bijna de kliks op persoonlijke advertenties (Tucker 2014).',
  },
  NO_PERMISSION: {
    shopper: 'Je hebt berichten langs deze weg niet toegestaan.',
    developer: 'Toestemmingsregel: kanaal niet toegestaan.',
    educator: 'Toestemming verdien je stap voor stap.',
  },
  CAPPED: {
    shopper: 'Dat was genoeg voor nu.',
    shopperWith: ['Dat was genoeg tot {until}.'],
    developer: 'Maximumregel: frequency bereikt.',
    educator: 'Minder berichten, niet minder gebruik (Zhao et al. 2018).',
  },
  COOLDOWN: {
    shopper: 'Na je antwoord rust dit even.',
    shopperWith: ['Na je antwoord rust dit tot {until}.'],
    developer: 'Uitsluitregel: suppress, 14 dagen; zelfde aanbieding 60.',
    educator: '60 dagen is een Franse belregel (2022-1313).',
  },
  SATIATED: {
    shopper: 'Je kocht kort geleden al zoiets.',
    shopperWith: ['Je kocht kort geleden iets in {category}.'],
    developer: 'Uitsluitregel: verzadiging boven 0,5.',
    educator: 'De trek daalt door kopen en herstelt met de tijd (Leqi et al. 2021).',
  },
  WORN_OUT: {
    shopper: 'Dit is vaak genoeg getoond.',
    shopperWith: ['{count} keer getoond is genoeg.'],
    developer: 'Uitsluitregel: slijtage van 5 of meer.',
    educator: "In een enquête ergerde reclame bij zo'n 5 keer en maakte boos bij 10 (InSkin/RAPP 2014).",
  },
  NEVER_LIST: {
    shopper: 'Dit staat op de lijst van wat je niet te zien krijgt.',
    developer: 'Uitsluitregel: nooit-lijst.',
    educator: 'Woorden gaan boven kliks (Kleinberg et al. 2024).',
  },
  NOT_WIN_WIN: {
    shopper: 'Niet goed genoeg voor jou én de winkel.',
    developer: 'Win-winpoort: een waarde onder 0.',
    educator: 'Beiden moeten winnen; de een betaalt niet voor de ander.',
  },
  NOTHING_ELIGIBLE: {
    shopper: 'Er is nu geen aanbieding voor deze plek.',
    developer: 'Alles viel af; zie de oordelen.',
    educator: 'Regels gaan boven scores.',
  },
  NOTHING_FITS: {
    shopper: 'Niets past nu goed genoeg bij je.',
    developer: 'Het aanbod dat het verst kwam was niet relevant; zie de oordelen.',
    educator: 'Zonder ondergrens krijgt iedereen hetzelfde.',
  },
  SAVED_FOR_LATER: {
    shopper: 'Bewaard voor een beter moment.',
    developer: 'Keuze: nut onder de prijs van een contact.',
    educator: 'Onder een maximum heeft elk contact een prijs.',
  },
  WAIT_FOR_YOU: {
    shopper: 'Dit kan wachten tot je volgende bezoek.',
    developer: 'Keuze: een bezoek in 7 dagen is kansrijk genoeg.',
    educator: 'Wie toch komt, hoef je niet te bellen.',
  },
  CONTROL_GROUP: {
    shopper: 'Door loting nu geen aanbiedingen: zo blijkt of ze helpen.',
    developer: 'Experiment: holdout of een loting.',
    educator: 'Lange effecten blijken alleen naast een groep zonder (Goli et al. 2025).',
  },
  BETTER_SILENT: {
    shopper: 'Niets zeggen was de betere keuze.',
    developer: 'Keuze: geen nut boven dat van stilte.',
    educator: 'Stilte dingt ook mee (vergelijk Broder et al. 2008).',
  },
  LAW: {
    shopper: 'Dit mag nu niet van de wet.',
    developer: 'Normpakket, sectorverbod, of klasse of kanaal gesloten door beleid.',
    educator: 'Regels worden alleen strenger.',
  },
  QUIET_HOURS: {
    shopper: 'Geen berichten op dit uur.',
    shopperWith: ['Geen berichten vóór {until}.'],
    developer: 'Norm: 21:00 tot 09:00, alleen interrupt en outbound.',
    educator: 'Normen binden wat zich opdringt.',
  },
  DEADLINE: {
    shopper: 'Er was niet op tijd een antwoord.',
    developer: 'Langer dan deadlineMs (1.000).',
    educator: 'De winkel wacht nooit op een aanbieding.',
  },
  NOT_READY: {
    shopper: 'De pagina was nog niet klaar.',
    developer: 'Worker, opslag of catalog ontbreekt; zie health().',
    educator: 'Zonder feiten blijft de pagina zoals hij is.',
  },
  PAUSED: {
    shopper: 'Je hebt persoonlijke aanbiedingen stilgezet.',
    developer: 'Toestemmingsregel: mode is paused.',
    educator: 'De klant gaat boven de site.',
  },
  QUIET_TIME: {
    shopper: 'Stille tijd.',
    shopperWith: ['Stille tijd tot {until}.'],
    developer: 'Toestemmingsregel: stille tijd.',
    educator: 'Alleen het einde wordt bewaard, zodat niemand leest waarom.',
  },
  TASK_FOCUS: {
    shopper: 'Je bent ergens mee bezig.',
    developer: 'Toestemmingsregel: afrekenen of taak open.',
    educator: 'Openstaan hangt af van de taak en hoe ver die is (Mehrotra et al. 2016).',
  },
  JUST_BOUGHT: {
    shopper: 'Dank voor je bestelling; verder niets voor nu.',
    developer: 'Toestemmingsregel: 30 minuten na purchase.',
    educator: 'Na kopen ontmoedigde reclame 4 tegen 1 (InSkin/RAPP 2014).',
  },
  SUPPORT_FIRST: {
    shopper: 'Hulp gaat nu voor.',
    developer: 'Toestemmingsregel: support boven 0,5.',
    educator: 'Bezoeken verschillen in doel (vergelijk Moe 2003).',
  },
  OPEN_COMPLAINT: {
    shopper: 'Je klacht gaat voor.',
    developer: 'Toestemmingsregel: klacht open.',
    educator: 'Eerst hulp, een mens of excuses.',
  },
  RECOVERY: {
    shopper: 'Er ging iets mis, en dat goedmaken gaat voor.',
    developer: 'Toestemmingsregel: een misser binnen 90 dagen, niet goedgemaakt.',
    educator: 'Herstel verhoogt tevredenheid, niet kopen (de Matos et al. 2007).',
  },
  VULNERABLE: {
    shopper: 'Dit is geen tijd voor aanbiedingen.',
    developer: 'Gezegd in life_event_stated: verlies, 30 dagen; krediet en upsell altijd.',
    educator: 'Proeven op mensen vragen grenzen (Bird et al. 2016).',
  },
  MINOR: {
    shopper: 'Geen persoonlijke aanbiedingen waar kinderen kunnen zijn.',
    developer: 'Optie audience: child-possible.',
    educator: 'Hier komt geen profiel.',
  },
  INCIDENT: {
    shopper: 'Eerst wordt een probleem opgelost.',
    developer: 'Catalog: een incident raakt deze klant.',
    educator: 'Herstel gaat boven elke verkoop.',
  },
  YOU_ASKED: {
    shopper: 'Je vroeg hierom.',
    developer: 'Gevraagd: tellMe() of show_me.',
    educator: 'Wat gevraagd is dringt zich het minst op.',
  },
  YOU_SAID: {
    shopper: 'Je zei dat je hiervan houdt.',
    shopperWith: ['Je zei dat je houdt van {category}.', 'Je zei dat je houdt van {brand}.'],
    developer: 'Uitgesproken voorkeur is de grootste term.',
    educator: 'Woorden gaan boven kliks (Kleinberg et al. 2024).',
  },
  YOUR_GOAL: {
    shopper: 'Het helpt bij het doel dat je koos.',
    developer: 'helps noemt een doel uit goal_stated.',
    educator: 'De klant zegt wat waarde is.',
  },
  YOU_OFTEN: {
    shopper: 'Het past bij wat je eerder in deze winkel deed.',
    shopperWith: [
      'Het past bij wat je hier bekeek of kocht: {category}.',
      'Het past bij wat je hier bekeek of kocht: {brand}.',
    ],
    developer: 'Waargenomen affiniteit is de grootste term.',
    educator: 'Een aandeel, dicht bij het gemiddelde bij weinig feiten.',
  },
  DUE_AGAIN: {
    shopper: 'Het kan weer tijd zijn hiervoor.',
    shopperWith: ['Het kan weer tijd zijn hiervoor, na {days} dagen.'],
    developer: 'Replenish: kans dat het tijd is 0,35 tot 0,85.',
    educator: 'Eerdere pauzes voorspellen de volgende (vergelijk Bhagat et al. 2018).',
  },
  GOES_WITH: {
    shopper: 'Het past bij wat je koos.',
    shopperWith: ['Het past bij wat je koos in {category}.'],
    developer: 'Aanvulling op mandje of bestelling.',
    educator: 'Wat aanvult helpt; meer van hetzelfde niet.',
  },
  NEW_FOR_YOU: {
    shopper: 'Het is nieuw voor je.',
    shopperWith: ['Nieuw voor je in {category}.'],
    developer: 'Nieuwheid is de grootste term.',
    educator: 'Voordeel mag verkend, schade niet.',
  },
  SAVES_MONEY: {
    shopper: 'Het bespaart je geld.',
    shopperWith: ['Het bespaart je {amount}.'],
    developer: 'De besparing is de grootste term.',
    educator: 'Een besparing telt als waarde.',
  },
  HELP_FIRST: {
    shopper: 'Hulp gaat voor verkopen.',
    developer: 'Klasse help, human, apology of remedy.',
    educator: 'Bij hulp telt de waarde voor de klant geheel.',
  },
  PICK_UP: {
    shopper: 'Je kunt verder waar je stopte.',
    developer: 'Een open taak, of waar een infobezoek over ging.',
    educator: '92 % herhaalt niet graag, zegt de enquête van een leverancier (Thunderhead 2013).',
  },
  RHYTHM_BREAK: {
    shopper: 'Het is een tijd geleden; ging er iets mis?',
    developer: 'Pauze minder waarschijnlijk dan 0,02; alleen inbound.',
    educator: 'Vals in 1 op 30 pauzes of minder, dus het vraagt.',
  },
  TRYING_SOMETHING: {
    shopper: 'Door toeval gekozen, om te leren wat nuttig is.',
    developer: 'Niet de beste werd geloot; zie probability.',
    educator: 'Bekende kansen maken eerlijk meten mogelijk (Dudík et al. 2014).',
  },
  NOT_YET: {
    shopper: 'Dit is nog niet begonnen.',
    shopperWith: ['Niet vóór {until}.'],
    developer: 'validFrom is later.',
    educator: 'Geen score weegt op tegen een datum.',
  },
  EXPIRED: {
    shopper: 'Dit is afgelopen.',
    developer: 'validThrough is voorbij.',
    educator: 'Geen score weegt op tegen een datum.',
  },
  CONDITION: {
    shopper: 'Dit is voor een andere situatie.',
    developer: 'when is onwaar.',
    educator: 'Ieder kan een voorwaarde nagaan.',
  },
  OWNED: {
    shopper: 'Dit heb je al.',
    developer: 'Eerder gekocht; alleen suggest en coupon.',
    educator: 'Twee keer verkopen is niet luisteren.',
  },
  CONTRACT: {
    shopper: 'Het past niet bij hoe je hier behandeld wilt worden.',
    developer: 'Contract: klasse niet toegestaan.',
    educator: 'Mensen gaan verschillend om met merken (Avery et al. 2014).',
  },
  WRONG_CHANNEL: {
    shopper: 'Dit is voor een ander kanaal.',
    developer: 'channels mist dit kanaal.',
    educator: 'Het kanaal hoort bij de aanbieding.',
  },
  WRONG_PLACEMENT: {
    shopper: 'Dit is voor een andere plek.',
    developer: 'placements mist deze plek.',
    educator: 'De plek hoort bij de aanbieding.',
  },
  NO_PURPOSE: {
    shopper: 'Dit vraagt een ja dat je niet gaf.',
    developer: 'needs noemt een doel dat niet op in staat.',
    educator: 'Gegevens dienen alleen het afgesproken doel.',
  },
  NOT_RELEVANT: {
    shopper: 'Dit past niet goed genoeg bij je.',
    developer: 'Onder een drempel: bewijs, passend boven 0, bedoeling, eerste bezoek, of nog niet toe.',
    educator: 'Zonder ondergrens krijgt iedereen hetzelfde.',
  },
  OUTSCORED: {
    shopper: 'Iets anders paste beter bij je.',
    developer: 'Lager nut; zie sums.',
    educator: 'Nut is een som van zichtbare termen.',
  },
};

// One chunk for each language: who explains needs both.
export { ACCOUNT_WORDS_NL } from './account-words-nl.js';
