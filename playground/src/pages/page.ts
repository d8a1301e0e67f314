import type { TemplateResult } from 'lit';
import type { Shop } from '../shop.js';
import { breakPage } from './break-page.js';
import { cartPage } from './cart-page.js';
import { checkoutPage } from './checkout-page.js';
import { dataPage } from './data-page.js';
import { dayPage } from './day-page.js';
import { departmentPage } from './department-page.js';
import { homePage } from './home-page.js';
import { missingPage } from './missing-page.js';
import { offerEditorPage } from './offer-editor-page.js';
import { offersPage } from './offers-page.js';
import { productPage } from './product-page.js';
import { searchPage } from './search-page.js';
import { thanksPage } from './thanks-page.js';
import { threadsPage } from './threads-page.js';

/** The page at the shop's current route. */
export function page(shop: Shop): TemplateResult {
  const { route } = shop;
  switch (route.page) {
    case 'home':
      return homePage(shop);
    case 'department':
      return departmentPage(route, shop);
    case 'product':
      return productPage(route.id, shop);
    case 'search':
      return searchPage(route, shop);
    case 'cart':
      return cartPage(shop);
    case 'checkout':
      return checkoutPage(shop);
    case 'thanks':
      return thanksPage(shop);
    case 'offers':
      return offersPage(shop);
    case 'data':
      return dataPage(shop);
    case 'threads':
      return threadsPage(shop);
    case 'day':
      return dayPage(shop);
    case 'editor':
      return offerEditorPage(shop);
    case 'break':
      return breakPage(shop);
    case 'missing':
      return missingPage(shop);
  }
}
