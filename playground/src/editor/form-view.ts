import type { Finding } from '@tactful/simulator';
import { html, nothing, type TemplateResult } from 'lit';
import { byField } from './check-draft.js';
import { currencyOf, isFields, type FieldPath, type Fields } from './draft.js';
import type { EditorPage } from './editor-page.js';
import { fieldView, findingsView, openOffer } from './field-view.js';
import { shownValue } from './shown-value.js';
import { FIELDS, WORDS, type FieldKind, type Section, type WordName } from './fields.js';

type Found = ReadonlyMap<string, readonly Finding[]>;

const WORD_NAMES = Object.keys(WORDS) as readonly WordName[]; // the keys of a literal
const LONG: ReadonlySet<string> = new Set(['json', 'lines']);

/** The languages that an offer speaks. */
export function spokenIn({ content }: Fields): readonly string[] {
  return isFields(content) ? Object.keys(content) : [];
}

/** A language by its name, where the page has one. */
export const langName = (code: string, { texts }: EditorPage): string => texts.langNames[code] ?? code;

/** What a field is called: `Title, Dutch`. */
export function fieldName([first = '', lang, ...word]: FieldPath, page: EditorPage): string {
  const { fields, words } = page.texts;
  if (first !== 'content' || lang === undefined) return fields[first]?.[0] ?? first;
  const name = word.at(-1) ?? '';
  const said = Object.entries(words).find(([key]) => key === name)?.[1][0] ?? name;
  return `${said}, ${langName(lang, page)}`;
}

function section(name: Section, found: Found, page: EditorPage): TemplateResult {
  const fields: readonly (readonly [string, FieldKind])[] = Object.entries(FIELDS[name]);
  return html`<fieldset class="editor-section" data-section=${name}>
    <legend>${page.texts.sections[name]}${name === 'price' ? `, ${currencyOf(page.history.now.catalog)}` : ''}</legend>
    ${fields.map(([field, kind]) => {
      const [label, hint] = page.texts.fields[field] ?? [field, ''];
      return fieldView(
        { path: [field], kind, label, hint, findings: found.get(field) ?? [], long: LONG.has(kind) },
        page,
      );
    })}
  </fieldset>`;
}

function language(code: string, found: Found, page: EditorPage): TemplateResult {
  const { texts, deeds } = page;
  const name = langName(code, page);
  const said = isFields(openOffer(page)['content']) ? openOffer(page)['content'] : {};
  const hasImage = isFields(said) && isFields(said[code]) && said[code]['image'] !== undefined;
  const whole = found.get(`content.${code}`) ?? [];
  return html`<fieldset class="editor-section" data-section="words" data-lang=${code}>
    <legend>${texts.sections.words}, ${name}</legend>
    ${whole.length > 0 ? findingsView(whole, page) : nothing}
    ${WORD_NAMES.map((word) => {
      const [label = '', hint = ''] = texts.words[word];
      const path = ['content', code, ...WORDS[word]];
      const findings = found.get(path.join('.')) ?? [];
      const textLang = word === 'url' ? {} : { textLang: code };
      return fieldView({ path, kind: 'text', label, hint, findings, long: word === 'text', ...textLang }, page);
    })}
    <div class="editor-row">
      ${hasImage ? html`<p class="editor-hint">${texts.hasImage}</p>` : nothing}
      <button
        type="button"
        class="link-button"
        @click=${() => {
          deeds.removeLang(code);
        }}
      >
        ${texts.removeLang(name)}
      </button>
    </div>
  </fieldset>`;
}

function addLanguage({ texts, deeds, choices }: EditorPage): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const code = new FormData(form).get('code');
    if (deeds.addLang(typeof code === 'string' ? code.trim() : '')) form.reset();
  };
  return html`<form class="editor-add-lang" novalidate @submit=${submit}>
    <label for="editor-lang">${texts.addLang}</label>
    <div class="editor-row">
      <input
        id="editor-lang"
        name="code"
        type="text"
        autocomplete="off"
        dir="ltr"
        aria-describedby="editor-lang-hint"
        aria-invalid=${choices.badLang ? 'true' : nothing}
      />
      <button type="submit" class="editor-button">${texts.addLangDo}</button>
    </div>
    <span class="editor-hint" id="editor-lang-hint">${texts.addLangHint}</span>
    ${choices.badLang ? html`<span class="editor-finding" data-level="error" role="alert">${texts.badLang}</span>` : nothing}
  </form>`;
}

const OWN: ReadonlySet<string> = new Set([...Object.values(FIELDS).flatMap((part) => Object.keys(part)), 'content']);

/** The form of the offer that is open. */
export function formView(page: EditorPage): TemplateResult {
  const { texts, check, history } = page;
  const offer = openOffer(page);
  const languages = spokenIn(offer);
  const places = [
    ...Object.values(FIELDS).flatMap((part) => Object.keys(part)),
    ...languages.flatMap((code) => [
      `content.${code}`,
      ...WORD_NAMES.map((word) => ['content', code, ...WORDS[word]].join('.')),
    ]),
  ];
  const found = byField(check.byOffer.get(history.now.selected) ?? [], places);
  const others = found.get('') ?? [];
  const kept = Object.keys(offer).filter((key) => !OWN.has(key));
  return html`<section class="editor-form" aria-labelledby="editor-form-title">
    <h2 id="editor-form-title" tabindex="-1">
      ${texts.form} <span class="editor-id" dir="ltr">${shownValue(offer['id'])}</span>
    </h2>
    ${
      others.length > 0
        ? html`<div class="editor-others">
            <h3>${texts.check.here}</h3>
            ${findingsView(others, page)}
          </div>`
        : nothing
    }
    ${section('what', found, page)} ${languages.map((code) => language(code, found, page))} ${addLanguage(page)}
    ${section('price', found, page)} ${section('time', found, page)} ${section('people', found, page)}
    ${kept.length > 0 ? html`<p class="editor-hint">${texts.keeps(kept.join(', '))}</p>` : nothing}
  </section>`;
}
