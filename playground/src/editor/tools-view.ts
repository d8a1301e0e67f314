import { html, nothing, type TemplateResult } from 'lit';
import { currencyOf, offersOf } from './draft.js';
import type { EditorPage, Refusal } from './editor-page.js';
import { columnsOf, MORE } from './spreadsheet-columns.js';
import type { Separator, TableProblem } from './spreadsheet.js';

const MOST_SHOWN = 12;
const CURRENCIES = ['EUR', 'GBP', 'USD', 'CHF', 'DKK', 'NOK', 'SEK', 'PLN', 'CZK', 'JPY'] as const;
const SEPARATORS = [';', ',', '\t'] as const satisfies readonly Separator[];

const button = (
  words: string,
  does: () => void,
  how: { readonly off?: boolean; readonly label?: string } = {},
): TemplateResult =>
  html`<button
    type="button"
    class="editor-button"
    ?disabled=${how.off ?? false}
    aria-label=${how.label ?? nothing}
    title=${how.label ?? nothing}
    @click=${does}
  >
    ${words}
  </button>`;

/** The button looks like the others; the input itself is what has the focus. */
export function openView({ texts, deeds }: EditorPage): TemplateResult {
  const choose = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const file = target.files?.[0];
    if (file) deeds.openFile(file);
    target.value = ''; // the same file may be chosen again once it was mended
  };
  return html`<label class="editor-button editor-open" title=${texts.openHint}
    ><input
      type="file"
      class="visually-hidden"
      accept=".json,.csv,.tsv,.txt,application/json,text/csv"
      @change=${choose}
    />${texts.open}</label
  >`;
}

function currency({ history, texts, deeds }: EditorPage): TemplateResult {
  const now = currencyOf(history.now.catalog);
  const known = CURRENCIES.some((each) => each === now) ? CURRENCIES : [now, ...CURRENCIES];
  return html`<label class="editor-currency"
    >${texts.currency}
    <select
      @change=${({ target }: Event) => {
        if (target instanceof HTMLSelectElement)
          deeds.act({ do: 'currency', currency: target.value }, texts.did.currency);
      }}
    >
      ${known.map((each) => html`<option value=${each} ?selected=${each === now}>${each}</option>`)}
    </select></label
  >`;
}

/** What can be done with the draft as a whole. */
export function toolsView(page: EditorPage): TemplateResult {
  const { texts, deeds, history } = page;
  const back = history.past.at(-1);
  const forward = history.future[0];
  return html`<div class="editor-tools" role="group" aria-label=${texts.tools}>
    ${button(texts.undo, deeds.undo, { off: !back, ...(back ? { label: texts.undoWhat(back.what) } : {}) })}
    ${button(texts.redo, deeds.redo, { off: !forward, ...(forward ? { label: texts.redoWhat(forward.what) } : {}) })}
    ${currency(page)} <span class="editor-gap"></span>
    ${openView(page)}
    <button type="button" class="editor-button editor-main" @click=${deeds.saveCatalog}>${texts.save}</button>
  </div>`;
}

function columns({ texts, history }: EditorPage): TemplateResult {
  const { sheet } = texts;
  const { catalog } = history.now;
  const holds = (name: string, kind: keyof typeof sheet.kinds): string =>
    name.startsWith('valid_') ? sheet.moments : sheet.kinds[kind];
  return html`<details class="editor-columns">
    <summary>${sheet.columns}</summary>
    <p>${sheet.columnsText}</p>
    <div class="editor-scroll" tabindex="0" role="group" aria-label=${sheet.columns}>
      <table>
        <thead>
          <tr>
            <th scope="col">${sheet.columnName}</th>
            <th scope="col">${sheet.columnHolds}</th>
          </tr>
        </thead>
        <tbody>
          ${columnsOf(catalog, { currency: currencyOf(catalog) }).map(
            ({ name, kind }) =>
              html`<tr>
                <th scope="row" dir="ltr">${name}</th>
                <td>${holds(name, kind)}</td>
              </tr>`,
          )}
          <tr>
            <th scope="row" dir="ltr">${MORE}</th>
            <td>${sheet.more}</td>
          </tr>
        </tbody>
      </table>
    </div>
  </details>`;
}

/** Spreadsheets in and out. */
export function sheetView(page: EditorPage): TemplateResult {
  const { texts, deeds, choices, history } = page;
  const { sheet } = texts;
  const none = offersOf(history.now.catalog).length === 0;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const cells = new FormData(event.target).get('cells');
    deeds.paste(typeof cells === 'string' ? cells : '');
  };
  return html`<details class="editor-sheet">
    <summary><h2>${sheet.title}</h2></summary>
    <div class="editor-sheet-parts">
      <div>
        <label for="editor-separator">${sheet.separator}</label>
        <select
          id="editor-separator"
          @change=${({ target }: Event) => {
            const separator = target instanceof HTMLSelectElement && SEPARATORS.find((mark) => mark === target.value);
            if (separator) deeds.choose({ separator });
          }}
        >
          ${SEPARATORS.map(
            (mark) =>
              html`<option value=${mark} ?selected=${mark === choices.separator}>${sheet.separators[mark]}</option>`,
          )}
        </select>
        <div class="editor-row">
          ${button(texts.table, deeds.saveTable, { off: none })} ${button(sheet.copy, deeds.copyTable, { off: none })}
        </div>
        ${columns(page)}
      </div>
      <form @submit=${submit}>
        <label for="editor-cells">${texts.paste}</label>
        <textarea id="editor-cells" name="cells" rows="4" dir="auto" aria-describedby="editor-cells-hint"></textarea>
        <span class="editor-hint" id="editor-cells-hint">${sheet.pasteLabel}. ${sheet.replaces}</span>
        <button type="submit" class="editor-button">${sheet.pasteDo}</button>
      </form>
    </div>
  </details>`;
}

function tableLine({ kind, row, column, found, wanted }: TableProblem, { texts }: EditorPage): TemplateResult {
  const { problems, sheet } = texts;
  const words = kind === 'value' ? problems.table.value(found, sheet.kinds[wanted ?? 'text']) : problems.table[kind];
  return html`<li><strong>${problems.row(row, column)}</strong> ${words}</li>`;
}

/** Why a file was not opened, and what to do. */
export function refusalView(refusal: Refusal, page: EditorPage): TemplateResult {
  const { texts, deeds } = page;
  const { name, file, at, table = [] } = refusal;
  const { problems } = texts;
  return html`<section class="editor-refusal" role="alert" tabindex="-1">
    <p><strong>${problems.title(name === '' ? problems.pasted : name)}</strong></p>
    ${file === undefined ? nothing : html`<p>${problems.file[file]} ${at === undefined ? '' : problems.offerNumber(at)}</p>`}
    ${
      table.length === 0
        ? nothing
        : html`<ul>
            ${table.slice(0, MOST_SHOWN).map((each) => tableLine(each, page))}
            ${table.length > MOST_SHOWN ? html`<li>${problems.more(table.length - MOST_SHOWN)}</li>` : nothing}
          </ul>`
    }
    ${button(problems.close, deeds.closeRefusal)}
  </section>`;
}

/** A draft without an offer: how to begin, and what comes then. */
export function startView(page: EditorPage): TemplateResult {
  const { texts, deeds, lang } = page;
  return html`<section class="editor-start" aria-labelledby="editor-start-title">
    <h2 id="editor-start-title" tabindex="-1">${texts.start.title}</h2>
    <p>${texts.start.text}</p>
    <div class="editor-row">
      <button
        type="button"
        class="editor-button editor-main"
        @click=${() => {
          deeds.act({ do: 'add', lang }, texts.did.add);
        }}
      >
        ${texts.start.empty}
      </button>
      <button type="button" class="editor-button" @click=${deeds.startFromShop}>${texts.start.shop}</button>
      ${openView(page)}
    </div>
    <p class="editor-hint">${texts.openHint}</p>
    <p>${texts.start.next}</p>
  </section>`;
}
