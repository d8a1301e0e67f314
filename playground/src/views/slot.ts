import { html, type TemplateResult } from 'lit';
import { departmentHash } from '../route.js';
import type { Shop } from '../shop.js';
import { picture } from './picture.js';

/** The places of the shop where an offer may stand. */
export type Placement = 'home' | 'product' | 'cart' | 'thanks';

const NOTES: Readonly<Record<Placement, { readonly picture: string; readonly href: string }>> = {
  home: { picture: 'secateurs', href: departmentHash('garden', 'tools') },
  product: { picture: 'rule', href: departmentHash('tools', 'measuring') },
  cart: { picture: 'wheelbarrow', href: '#/offers' },
  thanks: { picture: 'toolbox', href: departmentHash('tools') },
};

/**
 * A place for an offer, with what the shop itself has to say there.
 *
 * That note is what a shopper sees without tactful, before it answers, and whenever it has nothing better.
 */
export function slot(placement: Placement, { texts, visit }: Shop): TemplateResult {
  const note = texts.notes[placement];
  return html`<tactful-offer class="offer-slot" placement=${placement} decision-key=${visit}>
    <article class="note">
      <span class="note-picture">${picture(NOTES[placement].picture)}</span>
      <div class="note-words">
        <h2 class="note-title">${note.title}</h2>
        <p>${note.text}</p>
        <a href=${NOTES[placement].href}>${note.link}</a>
      </div>
    </article>
  </tactful-offer>`;
}
