import type { RuleWords } from './rule-words-en.js';

/** The same in Dutch. */
export const ruleWordsNl: RuleWords = {
  rules: {
    'never-true':
      'Dit vraagt van één ding dat het er twee is, of wat het nooit is, dus niemand voldoet eraan. Maak het ruimer of anders.',
    'misspelt-path':
      'Dit kijkt naar iets dat niet bestaat, een of twee letters naast iets dat wel bestaat. Verbeter de naam.',
    past: 'Dit is voorbij. Kies een later moment, of verwijder de aanbieding.',
    nowhere: 'Er is geen plek over om het te tonen. Noem een kanaal en een plaats, of laat de lijst weg.',
    'unknown-purpose': 'De site heeft geen doeleinde met deze id. Gebruik een dat zij noemt.',
    'capped-out': 'Nul keer is nooit. Schrijf 1 of meer, of verwijder de aanbieding.',
    'no-products': 'Geen product past bij dit sjabloon, dus er komt geen aanbieding uit. Maak de voorwaarde ruimer.',
    'unknown-group':
      'De catalogus heeft geen groep met deze id. Laat uw ontwikkelaar haar toevoegen, of laat haar weg.',
    'unclear-what': 'De titel noemt het ding niet. Zeg wat het is: Tuinslang, 20 m.',
    'title-length': 'Een titel heeft 3 tot 70 tekens. Zet de rest in de tekst.',
    'no-price': 'Hier wordt iets verkocht zonder prijs. Vul de prijs in, of kies de soort Informatie of Inspiratie.',
    'no-where': 'Een klant kan er niet komen. Voeg een knop met een adres toe.',
    'no-text': 'Er is alleen een titel. Voeg één gewone zin toe: wat het is en voor wie.',
    'no-end': 'Het loopt af, en geen tekst zegt wanneer. Schrijf de datum: tot en met 31 maart.',
    pressing: 'Dit jaagt de klant op. Zeg wat het is, en op welke datum het afloopt.',
    shouting: 'Dit schreeuwt. Gebruik gewone letters en hoogstens één uitroepteken.',
    'hidden-characters': 'Er staan tekens in die niemand ziet, of die op andere lijken. Typ het opnieuw.',
    'no-lowest-price': 'Bij een korting hoort de laagste prijs van de laatste 30 dagen.',
    'false-reduction':
      'Dit is geen korting op de laagste prijs van de laatste 30 dagen. De prijs na korting moet eronder liggen, en de prijs er niet boven.',
    overstated: 'Een tekst belooft meer korting dan er is. Maak ze gelijk.',
    'not-open':
      'Wat gegeven wordt, is voor iedereen. Schrijf “everyone”, of het adres van de lijst waar iedereen het vindt.',
    'price-by-worth': 'Een prijs mag niet afhangen van wie iemand is of wat iemand waard is. Haal die voorwaarde weg.',
    'two-prices':
      'Een andere aanbieding vraagt tegelijk een andere prijs voor hetzelfde product. Maak er één prijs voor iedereen van.',
    banned:
      'Wat deze winkel verkoopt, mag zo niet worden aangeboden. Kies een andere soort, of verwijder de aanbieding.',
    sensitive:
      'Dit is een gevoelige zaak. Er is toestemming voor een eigen doeleinde nodig: vul “Vraagt toestemming voor” in.',
    watching: 'Deze woorden vertellen dat u meekijkt. Zeg wat er is, niet wat iemand deed.',
    'cap-above-norm': 'Dit is vaker dan de norm toestaat, en de norm geldt toch. Schrijf een lager getal.',
    'missing-language': 'Andere aanbiedingen spreken ook {lang}. Voeg die taal toe en schrijf er hetzelfde in.',
    'missing-tone': 'Een andere taal heeft deze toon. Schrijf hem hier ook.',
    'bad-condition':
      'Deze voorwaarde is niet te lezen. Het is JSON tussen { en }, zoals {"cart.value": {"$gt": 5000}}.',
  },
  unreadable: {
    id: 'Elke aanbieding heeft een eigen id. Schrijf er een die geen andere heeft.',
    class: 'Kies een van de soorten.',
    category: 'Schrijf het van breed naar smal met > ertussen: tuin > water.',
    price: 'Schrijf een bedrag zoals 24,95: geen woorden, geen tekens voor duizendtallen.',
    discount: 'Schrijf een bedrag zoals 5,00, hoogstens de prijs.',
    lowestPrice30d: 'Schrijf een bedrag zoals 24,95: geen woorden, geen tekens voor duizendtallen.',
    title: 'Elke aanbieding heeft een titel in elk van haar talen.',
    text: 'Schrijf een tekst, of laat het veld leeg.',
    label: 'Bij een adres hoort een knop. Schrijf wat hij doet: Bekijk het product.',
    url: 'Bij een knop hoort een adres: https://… of een binnen uw site, zonder spaties.',
    content: 'Elke aanbieding heeft woorden in ten minste één taal.',
    image: 'Een afbeelding is png, jpeg, webp of avif in het bestand zelf, van hoogstens 64 kB.',
    validFrom: 'Hier hoort een dag, een tijd en een zone zoals +01:00.',
    validThrough: 'Hier hoort een dag, een tijd en een zone zoals +01:00, later dan Vanaf.',
    placements: 'Schrijf namen met komma’s ertussen: home, cart.',
    frequency: 'Schrijf het als 1 per 7 dagen, of 3 ooit.',
    openTo:
      'Een bon of cadeau is voor iedereen. Schrijf “everyone”, of het adres van de lijst waar iedereen het vindt.',
    needs: 'Schrijf id’s met komma’s ertussen.',
    currency: 'De munt heeft drie letters: EUR.',
  },
  other: (path) => `${path} is zo niet te gebruiken; de bestandsindeling zegt wat er hoort.`,
};
