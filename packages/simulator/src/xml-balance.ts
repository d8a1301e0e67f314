const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s<>/!?]+)[^<>]*?(\/?)>/g;

/**
 * The first tag of an XML text that is closed without being open, or stays open; `undefined` where all fit.
 *
 * The parser reads on over such a fault, and what follows would land in the wrong product.
 */
export function unbalancedTag(text: string): string | undefined {
  const open: string[] = [];
  for (const [, closes, name, empty] of text.matchAll(TOKEN)) {
    if (name === undefined || empty === '/') continue;
    if (closes !== '/') open.push(name);
    else if (open.pop() !== name) return name;
  }
  return open.pop();
}
