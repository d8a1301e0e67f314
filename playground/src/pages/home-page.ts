import { html, type TemplateResult } from 'lit';
import { categories } from '../data/categories.js';
import { say } from '../language.js';
import { departmentHash } from '../route.js';
import { listName, listOn } from '../route-events.js';
import { seasonOf, type Season } from '../season.js';
import type { Shop } from '../shop.js';
import { picture } from '../views/picture.js';
import { productList } from '../views/product-list.js';
import { slot } from '../views/slot.js';

const SIGNS: Readonly<Record<string, string>> = {
  garden: 'wheelbarrow',
  tools: 'hammer',
  paint: 'paint',
  electrical: 'lead',
  plumbing: 'tap',
  wood: 'plank',
  fasteners: 'screws',
  lighting: 'pendant',
  heating: 'radiator',
};

const WINDOWS: Readonly<Record<Season, readonly [string, string, string]>> = {
  spring: ['spade', 'tulip', 'secateurs'],
  summer: ['can', 'hammock', 'parasol'],
  autumn: ['rake', 'wheelbarrow', 'tulip'],
  winter: ['pendant', 'saw', 'radiator'],
};

function hero({ texts, date }: Shop): TemplateResult {
  const { eyebrow, title, text, garden, tools } = texts.hero;
  const drawings = WINDOWS[seasonOf(date)];
  return html`<section class="hero">
    <div class="hero-words">
      <p class="eyebrow">${eyebrow}</p>
      <h1 tabindex="-1">${title}</h1>
      <p class="lead">${text}</p>
      <p class="hero-actions">
        <a class="button" href=${departmentHash('garden')}>${garden}</a>
        <a class="button button-quiet" href=${departmentHash('tools')}>${tools}</a>
      </p>
    </div>
    <div class="hero-window" aria-hidden="true">${drawings.map((name) => html`<span>${picture(name)}</span>`)}</div>
  </section>`;
}

function departments({ lang, texts }: Shop): TemplateResult {
  return html`<section aria-labelledby="departments-title">
    <h2 id="departments-title">${texts.departmentsTitle}</h2>
    <ul class="signs">
      ${categories.map(
        ({ id, name, shelves }) =>
          html`<li class="sign" data-department=${id}>
            <a href=${departmentHash(id)}>
              ${picture(SIGNS[id] ?? '')}
              <span class="sign-name">${say(name, lang)}</span>
            </a>
            <span class="sign-count">${texts.shelves(shelves.length)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** The front of the shop. */
export function homePage(shop: Shop): TemplateResult {
  const { texts, route, date, lang } = shop;
  const { title, text } = texts.season[seasonOf(date)];
  return html`
    ${hero(shop)} ${slot('home', shop)}
    <section aria-labelledby="season-title">
      <h2 id="season-title">${title}</h2>
      <p class="under">${text}</p>
      ${productList(listOn(route, date), { shop, list: listName(route, lang), label: title, four: true })}
    </section>
    ${departments(shop)}
    <ul class="service">
      ${texts.service.map((line) => html`<li><strong>${line.title}</strong><span>${line.text}</span></li>`)}
    </ul>
  `;
}
