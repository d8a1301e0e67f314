import { SCHEMA_LIMITS, shortText, typeName, type SchemaNode, type SchemaValue } from './schema-node.js';

// HTML's microdata model: https://html.spec.whatwg.org/multipage/microdata.html#associating-names-with-items
// Written here because the one maintained reader gives up on the whole page at the first malformed address.

/** Which attribute holds the value of an element; of any other element it is its text. */
const VALUE_ATTRIBUTES: Readonly<Record<string, string>> = {
  META: 'content',
  LINK: 'href',
  A: 'href',
  AREA: 'href',
  IMG: 'src',
  DATA: 'value',
  METER: 'value',
  TIME: 'datetime',
};

interface Walk {
  readonly page: Document;
  readonly seen: Set<Element>;
}

function tokens(element: Element, attribute: string): readonly string[] {
  return (element.getAttribute(attribute) ?? '').split(/\s+/u).filter((token) => token !== '');
}

function plainValue(element: Element): string {
  // Shops write `content` on any element, and search engines read it there.
  const said = element.getAttribute('content') ?? element.getAttribute(VALUE_ATTRIBUTES[element.tagName] ?? '');
  return shortText(said ?? element.textContent);
}

function referred(item: Element, { page }: Walk): readonly Element[] {
  return tokens(item, 'itemref').flatMap((id) => page.getElementById(id) ?? []);
}

function readItem(item: Element, walk: Walk, depth: number): SchemaNode | undefined {
  if (depth >= SCHEMA_LIMITS.depth || walk.seen.size >= SCHEMA_LIMITS.nodes || walk.seen.has(item)) return undefined;
  walk.seen.add(item);
  const props = new Map<string, SchemaValue[]>();
  const pending = [...referred(item, walk), ...item.children].reverse();
  const passed = new Set<Element>();
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (passed.has(element) || element === item) continue;
    passed.add(element);
    const isItem = element.hasAttribute('itemscope');
    const names = tokens(element, 'itemprop');
    if (names.length > 0) {
      const value = isItem ? readItem(element, walk, depth + 1) : plainValue(element);
      if (value !== undefined)
        for (const name of names) props.set(typeName(name), [...(props.get(typeName(name)) ?? []), value]);
    }
    if (!isItem) pending.push(...[...element.children].reverse());
  }
  return { types: tokens(item, 'itemtype').map(typeName), props };
}

/** Everything that a page describes in microdata, outermost items first. */
export function readMicrodata(page: Document): readonly SchemaNode[] {
  const walk: Walk = { page, seen: new Set() };
  const items = [...page.querySelectorAll('[itemscope]:not([itemprop])')].slice(0, SCHEMA_LIMITS.nodes);
  return items.flatMap((item) => readItem(item, walk, 0) ?? []);
}
