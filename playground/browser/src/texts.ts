/** The words around the pretend browser in one language. */
export interface BrowserTexts {
  readonly title: string;
  readonly introduction: string;
  readonly shop: string;
  readonly other: string;
  readonly window: string;
  readonly back: string;
  readonly reload: string;
  readonly address: string;
  readonly icon: string;
  readonly hint: string;
  readonly panel: string;
  readonly close: string;
  readonly page: string;
}

const EN: BrowserTexts = {
  title: 'The extension in a pretend browser',
  introduction:
    'A browser drawn in this page, with the real extension in it. Look at something in the shop, then click the icon at the end of the bar.',
  shop: 'To the shop itself',
  other: 'Nederlands',
  window: 'Pretend browser',
  back: 'Back',
  reload: 'Reload the page in the tab',
  address: 'Address of the tab',
  icon: 'tactful lens: look at this page',
  hint: 'Click the icon',
  panel: 'tactful lens',
  close: 'Close the panel',
  page: 'The page in the tab',
};

const NL: BrowserTexts = {
  title: 'De extensie in een nagemaakte browser',
  introduction:
    'Een browser, getekend in deze pagina, met de echte extensie erin. Bekijk iets in de winkel en klik dan op het icoon aan het eind van de balk.',
  shop: 'Naar de winkel zelf',
  other: 'English',
  window: 'Nagemaakte browser',
  back: 'Terug',
  reload: 'Herlaad de pagina in het tabblad',
  address: 'Adres van het tabblad',
  icon: 'tactful lens: kijk naar deze pagina',
  hint: 'Klik op het icoon',
  panel: 'tactful lens',
  close: 'Sluit het paneel',
  page: 'De pagina in het tabblad',
};

/** The languages of the pretend browser. */
export type BrowserLang = 'en' | 'nl';

/** The words in a language. */
export function browserTexts(lang: BrowserLang): BrowserTexts {
  return lang === 'nl' ? NL : EN;
}

/** Dutch where it is asked for, or where the browser prefers it and nothing else is asked for; else English. */
export function chooseBrowserLang(asked: string | null, preferred: readonly string[]): BrowserLang {
  const known = [...(asked === null ? [] : [asked]), ...preferred].map((tag) => tag.slice(0, 2).toLowerCase());
  return known.find((lang) => lang === 'nl' || lang === 'en') === 'nl' ? 'nl' : 'en';
}
