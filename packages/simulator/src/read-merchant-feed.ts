import { XMLParser } from 'fast-xml-parser';
import { plainColumn, type FeedRow, type FeedRows } from './feed-row.js';
import { isFields, type Fields } from './lint-rule.js';
import { unbalancedTag } from './xml-balance.js';

/** Largest feed, in characters: 100,000 products with long descriptions fit. */
export const MAX_FEED = 96_000_000;

const MAX_NESTED = 16;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const CDATA = '#cdata';

/** The five names of XML and numbers, once: what comes out is never read again, so nothing can grow. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (all: string, ...groups: readonly unknown[]) => {
    const [decimal, hex, name] = groups.map((group) => (typeof group === 'string' ? group : undefined));
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? all) : all;
    const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

/** What a tag says: its text and CDATA, or the address of an Atom link. The first that says something of several. */
function saidBy(value: unknown): string {
  if (typeof value === 'string') return decoded(value).trim();
  if (Array.isArray(value)) return value.map(saidBy).find((each) => each !== '') ?? '';
  if (!isFields(value)) return '';
  const literal = value[CDATA];
  const parts: readonly unknown[] = Array.isArray(literal) ? literal : [literal];
  const whole = saidBy(value['#text']) + parts.filter((each) => typeof each === 'string').join('');
  return whole.trim() || saidBy(value['@_href']);
}

function rowOf(item: Fields, path: string): FeedRow {
  const columns = new Map<string, string>();
  // Google's own names come last, so that `g:title` stands where both are.
  const names = Object.keys(item).sort((a, b) => Number(a.includes(':')) - Number(b.includes(':')));
  for (const name of names) {
    const said = saidBy(item[name]);
    if (said !== '') columns.set(plainColumn(name), said);
  }
  return { path, columns };
}

function itemsIn(tree: unknown): readonly [name: string, items: readonly unknown[]] | undefined {
  if (!isFields(tree)) return undefined;
  const { rss, feed, 'rdf:RDF': rdf } = tree;
  const channel = isFields(rss) ? rss['channel'] : rdf;
  const [name, holder] = isFields(feed) ? (['entry', feed] as const) : (['item', channel] as const);
  if (!isFields(holder)) return undefined;
  const items = holder[name] ?? [];
  return [name, Array.isArray(items) ? items : [items]];
}

function parsed(text: string, file: string): unknown {
  if (text.length > MAX_FEED)
    throw new Error(`${file}: ${String(text.length)} characters; at most ${String(MAX_FEED)}`);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new Error(`${file}: a feed with a DOCTYPE or entities of its own is not read`);
  const parser = new XMLParser({
    processEntities: false,
    htmlEntities: false,
    parseTagValue: false,
    ignoreAttributes: (name) => name !== 'href',
    ignorePiTags: true,
    ignoreDeclaration: true,
    cdataPropName: CDATA,
    maxNestedTags: MAX_NESTED,
  });
  let tree: unknown;
  try {
    tree = parser.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 120) : 'unreadable';
    throw new Error(`${file}: not XML: ${why}`, { cause: error });
  }
  const tag = unbalancedTag(text);
  if (tag !== undefined) throw new Error(`${file}: not XML: ${tag} is opened and closed in different places`);
  return tree;
}

/**
 * The products of a Google Merchant feed in XML: RSS 2.0 or Atom, with or without the `g:` before its names.
 *
 * Entities are decoded once and only the five of XML and numbers; a DOCTYPE, a feed above {@link MAX_FEED} characters or
 * tags nested deeper than 16 are refused with an error in one line that names the file.
 */
export function readMerchantFeed(text: string, file: string): FeedRows {
  const found = itemsIn(parsed(text, file));
  if (!found) throw new Error(`${file}: no Merchant feed: neither rss with a channel nor feed`);
  const [name, items] = found;
  return {
    kind: 'merchant-feed',
    rows: items.map((item, index) => rowOf(isFields(item) ? item : {}, `${name}[${String(index)}]`)),
  };
}
