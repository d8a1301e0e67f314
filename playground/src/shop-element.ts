import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { purchaseEvent, quantityEvents } from './buy-events.js';
import { parseCart, quantityOf, withQuantity, type Cart } from './cart.js';
import { checkOrder, EMPTY_FORM } from './check-order.js';
import { localDate, parseShift, shifted, type Moment } from './clock.js';
import type { Product } from './data/product.js';
import { productById } from './data/products.js';
import { eraseVisitor } from './erase-visitor.js';
import { keep, onKept, readKept, type KeptName } from './kept.js';
import { chooseLang, say, type Lang } from './language.js';
import type { LinkedLibrary } from './link-library.js';
import { newOrderId } from './order-id.js';
import { describePage, pageDescription } from './describe-page.js';
import { page } from './pages/page.js';
import { knownRoute, pageTitle } from './places.js';
import { routeEvents, selectEvent, type Telling } from './route-events.js';
import { isWorkshop, parseRoute, routeHash, samePage, type Route } from './route.js';
import type { ShopActions } from './shop.js';
import { openState, shopOf, type ShopState } from './shop-state.js';
import { newTeller } from './teller.js';
import { textsFor } from './texts.js';
import { footer } from './views/footer.js';
import { masthead } from './views/masthead.js';
import { pane } from './views/pane.js';
import { amountDue } from './views/totals.js';

/** From this width on the pane stands beside the shop, so it is open until somebody closes it. */
const WIDE = '(min-width: 75rem)';

const currentRoute = (): Route => knownRoute(parseRoute(location.hash));
const keptCart = (): Cart => parseCart(readKept('cart'), (id) => productById.has(id));
const keptLang = (): Lang => chooseLang(readKept('lang'), navigator.languages);
const keptShift = (): number => parseShift(readKept('shift'));
// Inside another page, as in the pretend browser, whoever shows the shop shows a lens of its own.
const keptPane = (): boolean =>
  window === window.top && (readKept('pane') ?? (matchMedia(WIDE).matches ? 'open' : 'closed')) === 'open';

/**
 * The whole shop: where one is, what is in the cart, and what it tells tactful.
 *
 * It draws into the page itself, as most shops do, not into a shadow root. The shop is complete before tactful has come,
 * and when it never comes.
 *
 * @fires shop-linked - tactful has come; `detail` is the {@link LinkedLibrary}.
 */
export class ShopApp extends LitElement {
  /** The reactive properties, for Lit. */
  static override properties: PropertyDeclarations = { state: { state: true } };

  /** Loads tactful and starts it with the shop's clock. Read once, when the element enters the page. */
  link: (clock: () => Moment) => Promise<LinkedLibrary> = async (clock) =>
    (await import('./link-library.js')).linkLibrary(clock);

  declare private state: ShopState;
  readonly #teller = newTeller();
  #stopKept: () => void = () => undefined;
  #focus: string | undefined;

  constructor() {
    super();
    const kept = { lang: keptLang(), cart: keptCart(), shift: keptShift(), paneOpen: keptPane() };
    this.state = openState({ ...kept, route: currentRoute() });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#arrive);
    this.#stopKept = onKept((name) => {
      this.#followTab(name);
    });
    this.#teller.tell(routeEvents(this.state.route, this.#telling()));
    void this.#linkUp();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#arrive);
    this.#stopKept();
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const shop = shopOf(this.state, { deviceAt: Date.now(), act: this.#act });
    const inClass = isWorkshop(shop.route);
    const skip = (event: Event): void => {
      event.preventDefault(); // the hash is the address of a page of the shop
      this.querySelector<HTMLElement>('main h1')?.focus();
    };
    return html`
      <a class="skip" href="#main" @click=${skip}>${shop.texts.skip}</a>
      ${inClass ? nothing : html`<tactful-consent></tactful-consent>`}
      <div class="shop">
        ${masthead(shop)}
        <main id="main">${page(shop)}</main>
        ${footer(shop)}
      </div>
      ${inClass ? nothing : pane(shop)}
      <p class="visually-hidden" role="status">${this.state.said}</p>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { lang, route } = this.state;
    document.documentElement.lang = lang;
    document.title = `${pageTitle(route, lang)} · ${textsFor(lang).shopName}`;
    describePage(pageDescription(route, this.#telling()));
    if (this.#focus === undefined) return;
    this.querySelector<HTMLElement>(this.#focus)?.focus({ preventScroll: this.#focus === 'main h1' });
    this.#focus = undefined;
  }

  readonly #clock = (): Moment => shifted(Date.now(), this.state.shift);

  #telling(): Telling {
    const { lang, cart } = this.state;
    return { lang, cart, date: localDate(this.#clock()) };
  }

  #change(part: Partial<ShopState>): void {
    this.state = { ...this.state, ...part };
  }

  async #linkUp(): Promise<void> {
    try {
      const library = await this.link(this.#clock);
      const { tactful } = library;
      const follow = (): void => {
        this.#change({ consent: tactful.consent.get()[tactful.purposes[0]?.id ?? ''] ?? 'pending' });
      };
      tactful.on('consent', follow);
      void tactful.ready.then(follow);
      this.#teller.connect(tactful);
      this.#change({ library });
      this.dispatchEvent(new CustomEvent('shop-linked', { detail: library }));
    } catch {
      // blocked, offline or broken: the shop goes on with its own content, and the pane says so
      this.#teller.connect(undefined);
      this.#change({ library: 'missing' });
    }
  }

  readonly #arrive = (): void => {
    const route = currentRoute();
    if (samePage(route, this.state.route)) this.#change({ route });
    else this.#enter(route, this.state.route.page === 'thanks' ? { order: undefined } : {});
  };

  /** Opens a page: tells what is on it first, so that what is decided there knows of it. */
  #enter(route: Route, part: Partial<ShopState>): void {
    // what was asked on the page before is not asked any more; a receipt stays
    const erasing = this.state.erasing === 'asking' || this.state.erasing === 'failed' ? 'no' : this.state.erasing;
    this.#change({ ...part, route, erasing, errors: new Map(), visit: this.state.visit + 1, said: '' });
    this.#teller.tell(routeEvents(route, this.#telling()));
    this.#focus = 'main h1';
    scrollTo(0, 0);
  }

  #followTab(name: KeptName): void {
    if (name === 'reset') location.reload();
    if (name === 'cart') this.#change({ cart: keptCart() });
    if (name === 'lang') this.#change({ lang: keptLang() });
    if (name === 'shift') this.#change({ shift: keptShift(), visit: this.state.visit + 1 });
  }

  #linked(): LinkedLibrary | undefined {
    const { library } = this.state;
    return typeof library === 'string' ? undefined : library;
  }

  #setQuantity(product: Product, quantity: number): void {
    const { cart, lang } = this.state;
    const after = withQuantity(cart, { id: product.id, quantity });
    const numbers = { before: quantityOf(cart, product.id), after: quantityOf(after, product.id) };
    this.#teller.tell(quantityEvents(product, { ...numbers, telling: this.#telling() }));
    keep('cart', JSON.stringify(after));
    const texts = textsFor(lang);
    const name = say(product.name, lang);
    const said = numbers.after === 0 ? texts.removed(name) : numbers.after > numbers.before ? texts.added(name) : '';
    this.#change({ cart: after, said });
    // the button that was pressed is gone with its line
    if (numbers.after === 0) this.#focus = 'main h1';
  }

  #placeOrder(): void {
    const { form, cart } = this.state;
    const errors = checkOrder(form);
    const [first] = errors.keys();
    if (first !== undefined) {
      this.#change({ errors });
      this.#focus = `#field-${first}`;
      return;
    }
    const telling = this.#telling();
    const id = newOrderId();
    const order = { id, name: form.name, cart, total: amountDue({ cart, date: telling.date }) };
    this.#teller.tell([purchaseEvent(cart, { id, telling })]);
    keep('cart', null);
    // in one step, so that the emptied cart is not seen as a page of its own
    history.pushState(null, '', routeHash({ page: 'thanks' }));
    this.#enter({ page: 'thanks' }, { order, cart: [], form: EMPTY_FORM });
  }

  async #erase(): Promise<void> {
    const linked = this.#linked();
    if (!linked || this.state.erasing === 'under-way') return;
    this.#change({ erasing: 'under-way' });
    try {
      const erasing = await linked.erase();
      this.#change({ erasing });
      this.#focus = 'tactful-receipt';
    } catch {
      // the store did not answer: nothing is said to be gone that may still be there
      this.#change({ erasing: 'failed' });
      this.#focus = '.erase [data-do="ask"]';
    }
  }

  async #reset(): Promise<void> {
    await eraseVisitor(this.#linked()?.tactful);
    location.hash = '#/';
    location.reload();
  }

  readonly #act: ShopActions = {
    go: (route) => {
      location.hash = routeHash(route);
    },
    choose: (product, list) => {
      this.#teller.tell([selectEvent(product, list, this.#telling())]);
    },
    add: (product) => {
      // counted from the cart as it is now: a second press may come before the page is drawn again
      this.#setQuantity(product, quantityOf(this.state.cart, product.id) + 1);
    },
    setQuantity: (product, quantity) => {
      this.#setQuantity(product, quantity);
    },
    type: (field, value) => {
      const { form, errors } = this.state;
      const left = new Map(errors);
      left.delete(field);
      this.#change({ form: { ...form, [field]: value }, errors: left });
    },
    placeOrder: () => {
      this.#placeOrder();
    },
    speak: (lang, { keep: kept } = { keep: true }) => {
      if (kept) keep('lang', lang);
      this.#change({ lang });
    },
    openSettings: () => {
      const linked = this.#linked();
      // a page for a class asks nothing: there the question is not in the page
      if (linked && !isWorkshop(this.state.route)) linked.tactful.consent.open();
      else this.#act.go({ page: 'data' });
    },
    askErase: (ask) => {
      this.#change({ erasing: ask ? 'asking' : 'no' });
      this.#focus = ask ? '.erase [data-do="keep"]' : '.erase [data-do="ask"]';
    },
    erase: () => {
      void this.#erase();
    },
    putReceiptAway: () => {
      this.#change({ erasing: 'no' });
      this.#focus = '.erase [data-do="ask"]';
    },
    later: (byMs) => {
      const shift = this.state.shift + byMs;
      keep('shift', String(shift));
      this.#change({ shift, visit: this.state.visit + 1 });
      this.#teller.tell(routeEvents(this.state.route, this.#telling()).slice(0, 1));
    },
    reset: () => {
      void this.#reset();
    },
    togglePane: () => {
      const paneOpen = !this.state.paneOpen;
      keep('pane', paneOpen ? 'open' : 'closed');
      this.#change({ paneOpen });
    },
  };
}
