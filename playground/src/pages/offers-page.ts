import { html, type TemplateResult } from 'lit';
import { productById } from '../data/products.js';
import { openOffers } from '../price.js';
import { routeHash } from '../route.js';
import type { Shop } from '../shop.js';
import { offerTerms, price } from '../views/price.js';
import { picture } from '../views/picture.js';
import { say } from '../language.js';

/** Every discount there is, for whoever looks. */
export function offersPage(shop: Shop): TemplateResult {
  const { texts, lang, date } = shop;
  const offers = openOffers(date).flatMap((offer) => {
    const product = productById.get(offer.product);
    return product ? [{ offer, product }] : [];
  });
  return html`
    <h1 tabindex="-1">${texts.offersTitle}</h1>
    <p class="lead">${texts.offersText}</p>
    ${offers.length === 0 ? html`<p class="under">${texts.offersNone}</p>` : ''}
    <ul class="open-offers">
      ${offers.map(
        ({ offer, product }) =>
          html`<li data-department=${product.category[0]} data-offer=${offer.id}>
            <span class="tile">${picture(product.picture)}</span>
            <div>
              <h2>${say(product.name, lang)}</h2>
              ${price(product, shop)} ${offerTerms(product, shop)}
              <a
                href=${routeHash({ page: 'product', id: product.id })}
                aria-label=${`${texts.see}: ${say(product.name, lang)}`}
                >${texts.see}</a
              >
            </div>
          </li>`,
      )}
    </ul>
  `;
}
