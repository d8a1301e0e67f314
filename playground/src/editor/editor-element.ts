import { LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { catalog as shopCatalog } from '../data/offers.js';
import type { Lang } from '../language.js';
import { checkDraft, type Check } from './check-draft.js';
import {
  currencyOf,
  emptyCatalog,
  offersOf,
  openDraft,
  reduceDraft,
  type Draft,
  type DraftAction,
  type FieldPath,
} from './draft.js';
import type { EditorChoices, EditorDeeds, EditorPage, Refusal, Typing } from './editor-page.js';
import { editorView } from './editor-view.js';
import { openOffer } from './field-view.js';
import { fieldId, readField, type FieldKind } from './fields.js';
import { fieldName } from './form-view.js';
import { beginHistory, closeStep, recordStep, redoStep, undoStep, withNow, type History } from './history.js';
import { keepDraft, keptDraft } from './keep-draft.js';
import { openText } from './open-text.js';
import { previewOffer, saidIn } from './preview-offer.js';
import { previewLang } from './preview-view.js';
import { copyTable, saveCatalog, saveTable } from './take-out.js';
import { editorTexts } from './texts.js';
import { WindowListener } from './window-listener.js';

const TYPING_MS = 300;
const SAYING_MS = 1200;
const START = '#editor-list-title, #editor-start-title';
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;

/**
 * The offer editor: offers are written in a form, checked while one types, and shown in the real element; they come and go
 * as `catalog.json` or as a spreadsheet.
 *
 * It asks nobody for anything and keeps the draft in this tab only. It draws into the page itself, as the shop does.
 */
export class ShopOfferEditor extends LitElement {
  /** The reactive properties, for Lit. */
  static override properties: PropertyDeclarations = {
    lang: {},
    clock: { attribute: false },
    history: { state: true },
    check: { state: true },
    typing: { state: true },
    choices: { state: true },
    refusal: { state: true },
    isKept: { state: true },
    dragging: { state: true },
    said: { state: true },
  };

  /** The language that it speaks. */
  declare lang: Lang;
  /** Epoch milliseconds now: what ended before is over. */
  declare clock: () => number;

  declare private history: History<Draft>;
  declare private check: Check;
  declare private typing: Typing | undefined;
  declare private choices: EditorChoices;
  declare private refusal: Refusal | undefined;
  declare private isKept: boolean;
  declare private dragging: boolean;
  declare private said: string;
  #focus: string | undefined;
  #checking: ReturnType<typeof setTimeout> | undefined;
  #saying: ReturnType<typeof setTimeout> | undefined;
  #told = '';

  constructor() {
    super();
    this.lang = 'en';
    this.clock = () => Date.now();
    const draft = keptDraft() ?? openDraft(emptyCatalog());
    this.history = beginHistory(draft);
    this.check = checkDraft(draft.catalog, this.clock());
    this.choices = { separator: ';', previewLang: '', find: '', allFound: false, badLang: false };
    this.isKept = true;
    this.dragging = false;
    this.said = '';
    new WindowListener(this, {
      undo: () => {
        this.#deeds.undo();
      },
      redo: () => {
        this.#deeds.redo();
      },
      hover: (over) => {
        this.dragging = over;
      },
      drop: (file) => {
        void this.#openFile(file);
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#checking);
    clearTimeout(this.#saying);
    keepDraft(this.history.now);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    return editorView(this.#page(), { dragging: this.dragging, said: this.said });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#preview();
    const focus = this.#focus;
    this.#focus = undefined;
    if (focus === undefined) return;
    const found = this.querySelector<HTMLElement>(focus) ?? this.querySelector<HTMLElement>('#editor-form-title');
    found?.focus();
  }

  #preview(again = false): void {
    const page = this.#page();
    const said = saidIn(openOffer(page), previewLang(page));
    for (const element of this.querySelectorAll('.editor-preview tactful-offer')) {
      previewOffer(element, said, again);
      element.addEventListener('tactful-opened', this.#onOpened);
    }
  }

  readonly #onOpened = (event: Event): void => {
    event.preventDefault();
    const url: unknown = event instanceof CustomEvent ? Reflect.get(Object(event.detail), 'url') : '';
    this.#say(editorTexts(this.lang).preview.link(String(url)));
  };

  #page(): EditorPage {
    const { lang, history, check, typing, choices, refusal, isKept } = this;
    return { lang, texts: editorTexts(lang), history, check, typing, choices, refusal, isKept, deeds: this.#deeds };
  }

  #say(words: string): void {
    clearTimeout(this.#saying);
    this.said = words;
  }

  /** What changed is checked and kept: at once, or when typing has paused. */
  #follow(pause: boolean): void {
    clearTimeout(this.#checking);
    if (pause) {
      this.#checking = setTimeout(() => {
        this.#checkNow();
      }, TYPING_MS);
    } else this.#checkNow();
  }

  #checkNow(): void {
    this.check = checkDraft(this.history.now.catalog, this.clock());
    this.isKept = keepDraft(this.history.now);
    const { said, errors, warnings } = editorTexts(this.lang);
    const told = said.check(errors(this.check.errors), warnings(this.check.warnings));
    if (told === this.#told) return;
    clearTimeout(this.#saying);
    // only once nothing more is typed, so that nobody is talked over
    this.#saying = setTimeout(() => {
      this.#told = told;
      this.said = told;
    }, SAYING_MS);
  }

  #setHistory(history: History<Draft>, pause = false): void {
    if (history === this.history) return;
    this.history = history;
    this.#follow(pause);
  }

  #act(action: DraftAction, what: string): void {
    this.typing = undefined;
    this.refusal = undefined;
    const draft = reduceDraft(this.history.now, action);
    this.#setHistory(recordStep(this.history, draft, { what }));
    const { said } = editorTexts(this.lang);
    if (action.do === 'add') {
      this.#choose({ find: '' });
      this.#look(`#${fieldId(['class'])}`, said.added);
    }
    if (action.do === 'copy') this.#look(`#${fieldId(['id'])}`, said.copied);
    if (action.do === 'remove') this.#look(START, said.removed);
  }

  /** The focus goes there, and this is said of it. */
  #look(focus: string, words: string): void {
    this.#focus = focus;
    this.#say(words);
  }

  #set(path: FieldPath, value: unknown, typed: boolean): void {
    const draft = reduceDraft(this.history.now, { do: 'set', path, value });
    const key = `${String(draft.selected)} ${path.join('.')}`;
    const what = editorTexts(this.lang).did.set(fieldName(path, this.#page()));
    this.#setHistory(recordStep(this.history, draft, { what, ...(typed ? { key } : {}) }), typed);
  }

  #step(next: History<Draft>, what: string | undefined, say: (what: string) => string): void {
    if (what === undefined) return;
    this.typing = undefined;
    this.#setHistory(next);
    this.#say(say(what));
  }

  #choose(part: Partial<EditorChoices>): void {
    this.choices = { ...this.choices, ...part };
  }

  #refuse(refusal: Refusal): void {
    this.refusal = refusal;
    this.#focus = '.editor-refusal';
  }

  #openText(text: string, name: string): void {
    const opening = openText(text, { name, currency: currencyOf(this.history.now.catalog) });
    if ('refusal' in opening) {
      this.#refuse(opening.refusal);
      return;
    }
    const { did, problems } = editorTexts(this.lang);
    this.#replaceAll(opening.action, { what: did[opening.action.do], name: name === '' ? problems.pasted : name });
  }

  async #openFile(file: File): Promise<void> {
    try {
      this.#openText(await file.text(), file.name);
    } catch {
      this.#refuse({ name: file.name, file: 'unreadable' });
    }
  }

  async #copyTable(): Promise<void> {
    const copied = await copyTable(this.history.now.catalog);
    const { said } = editorTexts(this.lang);
    this.#say(copied ? said.tableCopied : said.notCopied);
  }

  #replaceAll(action: DraftAction, { what, name = what }: { readonly what: string; readonly name?: string }): void {
    this.#act(action, what);
    this.#choose({ find: '' });
    const { said, count } = editorTexts(this.lang);
    this.#look(START, said.opened(name, count(offersOf(this.history.now.catalog).length)));
  }

  #goTo(index: number, place?: string): void {
    this.#setHistory(withNow(this.history, reduceDraft(this.history.now, { do: 'select', index })));
    this.typing = undefined;
    const id = place === undefined ? '' : fieldId(place.replace(/\[.*$/, '').split('.'));
    this.#focus = id === '' ? '#editor-form-title' : `[id="${CSS.escape(id)}"]`;
    this.requestUpdate();
  }

  readonly #deeds: EditorDeeds = {
    act: (action, what) => {
      this.#act(action, what);
    },
    type: (typing: Typing, path: FieldPath, kind: FieldKind) => {
      this.typing = typing;
      const setting = { lang: this.lang, currency: currencyOf(this.history.now.catalog) };
      this.#set(path, readField(typing.text, kind, setting), true);
    },
    leave: () => {
      this.typing = undefined;
      this.history = closeStep(this.history);
    },
    setValue: (path, value) => {
      this.#set(path, value, false);
    },
    undo: () => {
      const { said } = editorTexts(this.lang);
      this.#step(undoStep(this.history), this.history.past.at(-1)?.what, said.undone);
    },
    redo: () => {
      const { said } = editorTexts(this.lang);
      this.#step(redoStep(this.history), this.history.future[0]?.what, said.redone);
    },
    startFromShop: () => {
      this.#replaceAll({ do: 'catalog', catalog: { ...shopCatalog } }, { what: editorTexts(this.lang).did.shop });
    },
    startEmpty: () => {
      const catalog = emptyCatalog(currencyOf(this.history.now.catalog));
      this.#replaceAll({ do: 'catalog', catalog }, { what: editorTexts(this.lang).start.anew });
    },
    openFile: (file) => {
      void this.#openFile(file);
    },
    paste: (text) => {
      this.#openText(text, '');
    },
    saveCatalog: () => {
      this.#say(editorTexts(this.lang).said.saved(saveCatalog(this.history.now.catalog)));
    },
    saveTable: () => {
      const name = saveTable(this.history.now.catalog, this.choices.separator);
      this.#say(editorTexts(this.lang).said.saved(name));
    },
    copyTable: () => {
      void this.#copyTable();
    },
    choose: (part) => {
      this.#choose(part);
    },
    addLang: (lang) => {
      const isCode = LANGUAGE.test(lang);
      this.#choose({ badLang: !isCode });
      if (!isCode) return false;
      const path = ['content', lang];
      this.#act({ do: 'set', path, value: {} }, editorTexts(this.lang).did.lang(lang));
      this.#focus = `[id="${CSS.escape(fieldId([...path, 'title']))}"]`;
      return true;
    },
    removeLang: (lang) => {
      this.#act({ do: 'set', path: ['content', lang], value: undefined }, editorTexts(this.lang).did.lang(lang));
      this.#focus = '#editor-lang';
    },
    goTo: (index, place) => {
      this.#goTo(index, place);
    },
    closeRefusal: () => {
      this.refusal = undefined;
      this.#focus = '.editor-open input';
    },
    showAgain: () => {
      this.#preview(true);
    },
  };
}
