/** What `tactful check --help` prints: one screen. */
export const CHECK_HELP = `tactful check FILE: what should change before a shop goes live with it

  FILE is a catalogue (JSON), a Google Merchant feed (RSS, Atom, TSV, CSV) or a
  product list (CSV, JSON); which one is read off its content. May be gzip.

  --at MOMENT        also: what is past then; reductions of a feed as of then
  --purposes FILE    also: offers that need a purpose that nobody declares
  --policy FILE      also: whatever is looser than the shipped norms
  --model FILE       also: a relationship worth less than a sale
  --images reveal    for a page with this option: pictures may have an address
  --currency EUR     of a feed or list whose prices name none
  --json             the same as JSON

One line each: path: what was found; should be: what to do [rule].
Offers that cannot be read or reached, texts that are unclear, pressing or loud,
coupons and gifts not open to all, prices that depend on a person, reductions
without the lowest price of 30 days, sectors with bans, sensitive categories,
loose caps, missing languages. docs/catalog.md has the rules.
Exit code 0: none, or warnings only; 1: problems; 2: called wrongly.`;

/** What `tactful compile --help` prints: one screen. */
export const COMPILE_HELP = `tactful compile FILE: a Merchant feed or product list as a catalogue

  FILE is a Google Merchant feed (RSS, Atom, TSV, CSV) or a product list (CSV,
  JSON) with columns id, title, price; also sale_price, lowest_price_30d, link,
  brand, product_type, availability, color, size, material, cost. May be gzip.

  --out FILE         writes the catalogue there; printed where absent
  --offers           also a template for each category, and an offer for each
                     reduced product; texts in --lang en or nl
  --at MOMENT        leaves out reductions that do not hold then
  --currency EUR     where prices name none
  --json             what was written, as JSON; with --out

Prices become integers in minor units; 12,99 is refused, nothing is guessed.
What is not available is left out. Bad rows are told on standard error.
Exit code 0: done; 1: bad rows, the rest is compiled; 2: called wrongly.`;
