import { html, type TemplateResult } from 'lit';
import '../carry/define-carry.js';
import { say } from '../language.js';
import type { LinkedLibrary } from '../link-library.js';
import type { Shop } from '../shop.js';

const CONSENT = { in: 'consentIn', out: 'consentOut', pending: 'consentPending' } as const;

function purposes({ tactful }: LinkedLibrary, { texts, lang }: Shop): TemplateResult {
  const said = (text: LinkedLibrary['tactful']['purposes'][number]['why']): string =>
    typeof text === 'string' ? text : say({ en: text['en'] ?? '', nl: text['nl'] ?? '' }, lang);
  return html`<section class="purposes" aria-labelledby="purposes-title">
    <h2 id="purposes-title">${texts.whatFor}</h2>
    ${tactful.purposes.map(
      ({ why, forShopper }) =>
        html`<dl>
          <div>
            <dt>${texts.forShop}</dt>
            <dd>${said(why)}</dd>
          </div>
          <div>
            <dt>${texts.forYou}</dt>
            <dd>${said(forShopper)}</dd>
          </div>
        </dl>`,
    )}
  </section>`;
}

function choice({ texts, consent, act }: Shop): TemplateResult {
  return html`<section class="choice" aria-labelledby="choice-title">
    <h2 id="choice-title">${texts.consentTitle}</h2>
    <p>${texts[CONSENT[consent]]}</p>
    <p class="choice-actions">
      <button type="button" class="button" @click=${act.openSettings}>${texts.change}</button>
    </p>
  </section>`;
}

function erase(library: LinkedLibrary, { texts, erasing, act }: Shop): TemplateResult {
  if (typeof erasing === 'object')
    return html`<section class="erase" aria-label=${texts.erase.title}>
      <tactful-receipt
        .card=${erasing}
        .source=${library.lens}
        @tactful-receipt-closed=${act.putReceiptAway}
      ></tactful-receipt>
    </section>`;
  const ask = (wanted: boolean) => (): void => {
    act.askErase(wanted);
  };
  return html`<section class="erase" aria-labelledby="erase-title">
    <h2 id="erase-title">${texts.erase.title}</h2>
    <p>${erasing === 'no' ? texts.erase.text : erasing === 'failed' ? texts.erase.failed : texts.erase.question}</p>
    <p class="choice-actions">
      ${
        erasing === 'asking' || erasing === 'under-way'
          ? html`<button type="button" class="button button-quiet" data-do="keep" @click=${ask(false)}>
                ${texts.erase.keep}
              </button>
              <button
                type="button"
                class="button button-quiet"
                data-do="erase"
                aria-disabled=${String(erasing === 'under-way')}
                @click=${act.erase}
              >
                ${erasing === 'under-way' ? texts.erase.working : texts.erase.erase}
              </button>`
          : html`<button type="button" class="button button-quiet" data-do="ask" @click=${ask(true)}>
              ${texts.erase.ask}
            </button>`
      }
    </p>
  </section>`;
}

/** Everything that is held about the shopper, what it is for, and what can be done about it. */
export function dataPage(shop: Shop): TemplateResult {
  const { texts, library } = shop;
  const head = html`<h1 tabindex="-1">${texts.dataTitle}</h1>`;
  if (library === 'loading')
    return html`${head}
      <p class="under">${texts.pane.loading}</p>`;
  if (library === 'missing')
    return html`${head}
      <p class="lead">${texts.noTactful}</p>
      <p class="under">${texts.dataCart}</p>`;
  return html`${head}
    <p class="lead">${texts.dataText}</p>
    <div class="data-columns">${choice(shop)} ${purposes(library, shop)} ${erase(library, shop)}</div>
    <shop-carry .tactful=${library.tactful} .speech=${shop.lang}></shop-carry>
    <tactful-lens class="lens-full" .source=${library.lens}></tactful-lens>
    <p class="under">${texts.dataCart}</p>`;
}
