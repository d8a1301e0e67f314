import type { BreakTexts } from './texts-en.js';

const clicks = (count: number): string => (count === 1 ? '1 klik' : `${String(count)} klikken`);

/** Everything that the page Try to break it says in Dutch. */
export const breakNl: BreakTexts = {
  private:
    'De klikken hier zijn verzonnen en worden niemand verteld. Ze staan in een eigen opslag op dit apparaat, naast die van de winkel, tot je opnieuw begint.',
  how: 'Wat er gebeurt als je drukt',
  howText:
    'In het kader hierboven opent een tweede pagina van de winkel: met de echte bibliotheek, en daarnaast met een manier die vaak in plaats daarvan wordt gebruikt, waarbij de pagina elke klik aan een worker geeft en verdergaat. Beide krijgen dezelfde klikken en dezelfde aanval. Daarna gaat de pagina opnieuw open, en beide wordt gevraagd wat er is. Geen getal is verzonnen: elk is geteld waar het gebeurde.',
  stage: 'De tweede pagina',
  stageEmpty: 'Die opent hier zolang een aanval bezig is.',

  attacks: {
    none: {
      title: 'Helemaal niets',
      text: 'Vier klikken op een rustige dag, om te zien hoe de tellingen zijn als niemand aanvalt.',
      act: 'Alleen klikken',
    },
    close: {
      title: 'Sluit het tabblad midden in een klik',
      text: 'Vier keer: beide workers zijn bezig, iemand klikt, en verlaat op datzelfde moment de pagina.',
      act: 'Sluit het',
    },
    kill: {
      title: 'Stop de worker',
      text: 'Twee klikken; dan eindigen de workers zonder een woord, zoals wanneer de browser het geheugen nodig heeft; dan nog vier klikken.',
      act: 'Stop hem',
    },
    full: {
      title: 'Maak de schijf vol',
      text: 'Twee klikken, drie terwijl er geen ruimte is, en twee zodra er weer ruimte is. Een pagina kan geen schijf vullen, en hoort dat niet te doen: daarom wordt de weigering van de browser hier gespeeld, en alles wat erop volgt is echt.',
      act: 'Maak hem vol',
    },
    clock: {
      title: 'Zet de klok terug',
      text: 'Drie klikken, dan gaat de klok terug, en dezelfde drie momenten gebeuren nog een keer.',
      act: 'Zet hem terug',
    },
    beacon: {
      title: 'Verstop een baken',
      text: 'Een script op de pagina probeert op zes manieren een vreemde te vertellen waar iemand naar keek; en op één manier de winkel zelf.',
      act: 'Verstop het',
    },
  },

  steps: {
    open: 'Een tweede pagina openen',
    click: 'Klikken',
    attack: 'Aanvallen',
    again: 'De pagina opnieuw openen, en tellen',
  },
  step: (done, of) => `${String(done)} van ${String(of)}`,
  again: 'Nog een keer',
  reset: 'Begin opnieuw',
  resetting: 'De verzonnen klikken worden gewist …',
  wasReset: 'Alle verzonnen klikken zijn weg. Je kunt opnieuw beginnen.',
  failed: 'De tweede pagina kwam niet, dus is er niets geteld. Laad deze pagina opnieuw en probeer het nog eens.',

  counts: 'De tellingen',
  countsEmpty: 'Er is nog niets gebroken. Kies een aanval: hier verschijnen de tellingen van de lopende bibliotheek.',
  columns: { what: 'Geteld', ours: 'tactful', other: 'Aan een worker gegeven' },
  rows: {
    clicks: 'Klikken gedaan',
    offered: 'Aangeboden',
    kept: 'Bewaard, en dat gezegd',
    dropped: (reason) => `Geweigerd en gezegd waarom: ${reason}`,
    open: 'Onderweg toen de pagina werd gesloten',
    found: 'Gevonden na het opnieuw openen',
    lost: 'Kwijt, en niemand kreeg het te horen',
    unknown: 'niet bekend',
  },
  reasons: {
    quota: 'geen ruimte meer',
    'storage-lost': 'de opslag was weg',
    timeout: 'de opslag gaf geen antwoord',
    'buffer-full': 'er wachtten er te veel',
    'no-consent': 'niemand vond het goed',
    'not-needed': 'geen doel heeft het nodig',
    invalid: 'geen klik',
    'personal-data': 'kan verraden wie iemand is',
  },
  sum: (offered, rest) => `${String(offered)} aangeboden = ${rest}`,
  sumParts: { kept: 'bewaard', dropped: 'geweigerd', open: 'onderweg' },
  sumHolds: 'Het klopt, en niets wat bewaard was ontbreekt.',
  sumBroken: 'Het klopt niet. Dat hoort niet: meld het alsjeblieft, met de naam van je browser.',

  bar: { found: 'gevonden', told: 'geweigerd en gezegd', lost: 'kwijt' },
  barOurs: 'tactful',
  barOther: 'Aan een worker gegeven',

  held: {
    none: (count) => `Alle ${clicks(count)} zijn teruggevonden: zo zien de tellingen er op een rustige dag uit.`,
    close: (count) =>
      `Alle ${clicks(count)} zijn teruggevonden, omdat de pagina elke klik op het moment van de klik zelf aan de schijf geeft, en niet aan een worker die met de pagina eindigt.`,
    kill: (count) =>
      `Alle ${clicks(count)} zijn teruggevonden, omdat de pagina elke klik zelf opschrijft; de worker leest alleen.`,
    full: (count, dropped) =>
      `De ${clicks(count)} waarvoor ruimte was zijn teruggevonden, en de ${clicks(dropped)} waarvoor geen ruimte was zijn geweigerd met de reden “geen ruimte meer”, omdat niets als bewaard telt voordat de schijf dat heeft gezegd.`,
    clock: (count) =>
      `Alle ${clicks(count)} zijn teruggevonden, omdat elke klik een eigen nummer heeft en de tijd er alleen naast staat.`,
    beacon: (blocked, planted) =>
      `De browser hield ${String(blocked)} van ${String(planted)} bakens naar een vreemde tegen en meldde ze alle, omdat het beleid van deze pagina geen ander adres noemt dan het eigen.`,
  },
  broken: (lost, count) =>
    `${String(lost)} van ${clicks(count)} zijn niet teruggevonden, en niemand kreeg het te horen. Dat hoort niet: meld het alsjeblieft, met de naam van je browser.`,
  leaked: (blocked, planted) =>
    `De browser meldde maar ${String(blocked)} van ${String(planted)} bakens als tegengehouden: op deze pagina is een beleid niet genoeg.`,
  otherLost: {
    none: (lost, count) => `De andere manier raakte ${String(lost)} van ${clicks(count)} kwijt.`,
    close: (lost, count) =>
      `De andere manier raakte ${String(lost)} van ${clicks(count)} kwijt: die wachtten nog op de bezige worker toen de pagina werd verlaten.`,
    kill: (lost, count) =>
      `De andere manier raakte ${String(lost)} van ${clicks(count)} kwijt: die werden gegeven aan iemand die er niet meer was.`,
    full: (lost, count) =>
      `De andere manier raakte ${String(lost)} van ${clicks(count)} kwijt, en de pagina kreeg het nooit te horen.`,
    clock: (lost, count) =>
      `De andere manier raakte ${String(lost)} van ${clicks(count)} kwijt: ze bewaart op tijd, dus de tweede klik van een moment kwam over de eerste heen.`,
    beacon: (lost, count) => `De andere manier raakte ${String(lost)} van ${clicks(count)} kwijt.`,
  },
  otherKept: 'De andere manier raakte deze keer niets kwijt.',
  ownOut:
    'Het baken naar het eigen adres van de winkel ging wel uit: een beleid houdt vreemden buiten, maar bindt de pagina en haar eigen scripts niet.',
  ownStayed: 'Het baken naar het eigen adres van de winkel ging ook niet uit.',
  answered: (seconds, where) =>
    `Op een vraag nadat haar worker weg was, antwoordde de bibliotheek na ${seconds} s, via ${where}.`,
  unanswered:
    'Op een vraag nadat haar worker weg was, gaf de bibliotheek binnen 4 s geen antwoord; nieuwe klikken zijn toch veilig.',
  where: { url: 'een nieuwe worker', blob: 'een nieuwe worker', main: 'de pagina zelf' },

  teacher: 'Voor de klas',
  questions: [
    'Voordat je drukt: welke van de twee raakt klikken kwijt, en hoeveel? Schrijf het op, en druk dan.',
    'Wat is erger: een klik kwijtraken, of niet weten dat hij kwijt is? Wie in een winkel zou het merken?',
    'De klok werd teruggezet, en er werd niets gekraakt. Wat kan er op een apparaat nog meer veranderen dat een programma vanzelfsprekend vindt?',
    'Eén baken ging uit. Wie moet je dus vertrouwen, ook als de bibliotheek haar woord houdt?',
  ],
};
