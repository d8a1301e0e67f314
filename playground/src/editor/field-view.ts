import type { Finding } from '@tactful/simulator';
import { OFFER_CLASSES } from 'tactful/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { currencyOf, offersOf, valueAt, type Fields, type FieldPath } from './draft.js';
import type { EditorPage } from './editor-page.js';
import { fieldId, writeField, type FieldKind } from './fields.js';
import { findingWords } from './finding-words.js';
import { shownValue } from './shown-value.js';
import { joinMoment, splitMoment, zoneHere } from './moment-text.js';

/** A field to be drawn. */
export interface FieldView {
  readonly path: FieldPath;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint: string;
  readonly findings: readonly Finding[];
  /** Longer than a line. */
  readonly long?: boolean;
  /** The language of what is typed. */
  readonly textLang?: string;
}

/** The offer that is open; an empty one where none is. */
export const openOffer = ({ history: { now } }: EditorPage): Fields => offersOf(now.catalog)[now.selected] ?? {};

/** The findings beside a field; the same sentence once. */
export function findingsView(findings: readonly Finding[], { lang, texts }: EditorPage, id?: string): TemplateResult {
  const said = new Map(findings.map((finding) => [findingWords(finding, lang), finding.level] as const));
  return html`<span class="editor-findings" id=${id ?? nothing}>
    ${[...said].map(
      ([words, level]) =>
        html`<span class="editor-finding" data-level=${level}
          ><span class="visually-hidden">${texts[level]}: </span>${words}</span
        >`,
    )}
  </span>`;
}

const typedIn = (event: Event): string => {
  const { target } = event;
  return target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
    ? target.value
    : '';
};

interface Wired {
  readonly id: string;
  readonly describedBy: string;
  readonly invalid: 'true' | typeof nothing;
}

function control(field: FieldView, wired: Wired, page: EditorPage): TemplateResult {
  const { path, kind, long = false, textLang } = field;
  const { typing, deeds, lang, history } = page;
  const { id } = wired;
  const setting = { lang, currency: currencyOf(history.now.catalog) };
  const text = typing?.id === id ? typing.text : writeField(valueAt(openOffer(page), path), kind, setting);
  const onInput = (event: Event): void => {
    deeds.type({ id, text: typedIn(event) }, path, kind);
  };
  const isCode = kind === 'json';
  if (long)
    return html`<textarea
      id=${id}
      rows=${isCode ? 4 : 2}
      lang=${textLang ?? nothing}
      spellcheck=${isCode ? 'false' : nothing}
      dir=${isCode ? 'ltr' : 'auto'}
      aria-describedby=${wired.describedBy}
      aria-invalid=${wired.invalid}
      .value=${live(text)}
      @input=${onInput}
      @blur=${deeds.leave}
    ></textarea>`;
  return html`<input
    id=${id}
    type="text"
    inputmode=${kind === 'amount' ? 'decimal' : nothing}
    autocomplete="off"
    lang=${textLang ?? nothing}
    dir="auto"
    aria-describedby=${wired.describedBy}
    aria-invalid=${wired.invalid}
    .value=${live(text)}
    @input=${onInput}
    @blur=${deeds.leave}
  />`;
}

function classControl({ path }: FieldView, wired: Wired, page: EditorPage): TemplateResult {
  const now = valueAt(openOffer(page), path);
  const known = OFFER_CLASSES.some((each) => each === now);
  return html`<select
    id=${wired.id}
    aria-describedby=${wired.describedBy}
    aria-invalid=${wired.invalid}
    @change=${(event: Event) => {
      page.deeds.setValue(path, typedIn(event));
    }}
  >
    ${known ? nothing : html`<option value="" selected disabled>${shownValue(now)}</option>`}
    ${OFFER_CLASSES.map(
      (each) => html`<option value=${each} ?selected=${each === now}>${page.texts.classes[each]}</option>`,
    )}
  </select>`;
}

function momentControl({ path, label }: FieldView, wired: Wired, page: EditorPage): TemplateResult {
  const { deeds, texts } = page;
  const { local, zone } = splitMoment(valueAt(openOffer(page), path));
  const set = (part: { readonly local?: string; readonly zone?: string }): void => {
    const next = { local, zone, ...part };
    // a zone that nobody typed is that of this device on that day
    deeds.setValue(
      path,
      joinMoment({ ...next, zone: next.zone === '' && part.zone === undefined ? zoneHere(next.local) : next.zone }),
    );
  };
  return html`<span class="editor-moment">
    <input
      id=${wired.id}
      type="datetime-local"
      max="9999-12-31T23:59"
      aria-describedby=${wired.describedBy}
      aria-invalid=${wired.invalid}
      .value=${live(local)}
      @change=${(event: Event) => {
        set({ local: typedIn(event) });
      }}
    />
    <input
      type="text"
      class="editor-zone"
      dir="ltr"
      autocomplete="off"
      placeholder=${texts.zone}
      aria-label=${texts.zoneHint(label)}
      ?disabled=${local === ''}
      .value=${live(zone)}
      @change=${(event: Event) => {
        set({ zone: typedIn(event) });
      }}
    />
  </span>`;
}

const CONTROLS: Partial<Record<FieldKind, typeof control>> = { class: classControl, moment: momentControl };

/** A field with its label, what belongs there, and what is wrong with it. */
export function fieldView(field: FieldView, page: EditorPage): TemplateResult {
  const { path, kind, label, hint, findings, long } = field;
  const id = fieldId(path);
  const currency = currencyOf(page.history.now.catalog);
  const wrong = findings.some(({ level }) => level === 'error');
  const describedBy = `${id}-hint${findings.length > 0 ? ` ${id}-found` : ''}`;
  const wired: Wired = { id, describedBy, invalid: wrong ? 'true' : nothing };
  const level = wrong ? 'error' : findings.length > 0 ? 'warning' : nothing;
  return html`<div class="editor-field" data-kind=${kind} data-level=${level} ?data-long=${long ?? false}>
    <label for=${id}
      >${label}${kind === 'amount' ? html` <span class="visually-hidden">${page.texts.amountIn(currency)}</span>` : nothing}</label
    >
    ${(CONTROLS[kind] ?? control)(field, wired, page)}
    <span class="editor-hint" id=${`${id}-hint`}>${hint}</span>
    ${findings.length > 0 ? findingsView(findings, page, `${id}-found`) : nothing}
  </div>`;
}
