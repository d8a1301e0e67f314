/** What fills a slot: text of the shop or the shopper, to be shown apart, or words of our own. */
export type LineSlot = { readonly site: string } | { readonly text: string };

/** A sentence with slots in braces, and what fills each of them. */
export interface WordedLine {
  readonly template: string;
  readonly slots: Readonly<Record<string, LineSlot>>;
}

const SLOT = /\{(\w+)\}/g;

/** The sentence with its slots read by name, or `undefined` where one of them has nothing to say. */
export function fillLine(
  template: string,
  read: (slot: string) => LineSlot | string | undefined,
): WordedLine | undefined {
  const slots: Record<string, LineSlot> = {};
  for (const [, name = ''] of template.matchAll(SLOT)) {
    const value = read(name);
    const slot = typeof value === 'string' ? { text: value } : value;
    if (slot === undefined || ('site' in slot ? slot.site : slot.text).trim() === '') return undefined;
    slots[name] = slot;
  }
  return { template, slots };
}

// What turns the direction of text around, cannot be seen, or controls a terminal.
const CONTROLS =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+/gu;

/**
 * A worded line as one line of plain text, for a terminal or the spoken name of a button.
 *
 * Text of the shop or the shopper stands between quotation marks, without the characters that control a terminal or
 * turn text around.
 *
 * @example
 * plainLine({ template: 'You bought {value}.', slots: { value: { site: 'Hose' } } }); // 'You bought “Hose”.'
 */
export function plainLine({ template, slots }: WordedLine): string {
  return template.replace(SLOT, (_, name: string) => {
    const slot = Object.hasOwn(slots, name) ? slots[name] : undefined;
    if (slot === undefined) return '';
    return 'site' in slot ? `“${slot.site.replace(CONTROLS, ' ').trim()}”` : slot.text;
  });
}
