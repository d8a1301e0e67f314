import { PretendBrowser } from './pretend-browser-element.js';
import { browserTexts, chooseBrowserLang } from './texts.js';

const query = new URLSearchParams(location.search);
const lang = chooseBrowserLang(query.get('lang'), navigator.languages);
document.documentElement.lang = lang;
document.title = browserTexts(lang).title;

/** Where the tab starts: the shop, or another page of our own origin that the address asks for. */
function startOf(asked: string | null): string {
  const shop = '../index.html';
  if (asked === null || !URL.canParse(asked, location.href)) return shop;
  const { origin, href } = new URL(asked, location.href);
  return origin === location.origin ? href : shop;
}

customElements.define('pretend-browser', PretendBrowser);
const browser = document.querySelector('pretend-browser');
if (browser instanceof PretendBrowser) {
  browser.lang = lang;
  browser.address = startOf(query.get('open'));
}
