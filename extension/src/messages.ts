import type { ErasureReceipt, LensCommand } from 'tactful/inspector';

/** What the panel asks of the script in the page. */
export type Ask = { readonly ask: 'look' } | { readonly ask: 'command'; readonly command: LensCommand };

/** What the script in the page says unasked: something there may have changed. */
export interface Rang {
  readonly rang: true;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');

function isCommand(value: unknown): value is LensCommand {
  if (!isFields(value) || typeof value['scope'] !== 'string') return false;
  return value['op'] === 'erase' || (value['op'] === 'forget' && isTextList(value['ids']));
}

/** Whether a message is one that the panel sends. */
export function isAsk(value: unknown): value is Ask {
  if (!isFields(value)) return false;
  return value['ask'] === 'look' || (value['ask'] === 'command' && isCommand(value['command']));
}

/** Whether a message says that something may have changed. */
export function isRang(value: unknown): value is Rang {
  return isFields(value) && value['rang'] === true;
}

/** Whether an answer is a receipt. */
export function isReceipt(value: unknown): value is ErasureReceipt {
  return (
    isFields(value) &&
    typeof value['removed'] === 'number' &&
    typeof value['at'] === 'number' &&
    typeof value['verified'] === 'boolean'
  );
}

/** What the script in the page answers to a look: everything in it is still a claim. */
export interface Found {
  readonly host: string;
  readonly stores: readonly unknown[];
  readonly unreadable: readonly string[];
  readonly page: Fields;
}

/** Whether an answer has the shape of one; what is inside is read by the panel. */
export function isFound(value: unknown): value is Found {
  return (
    isFields(value) &&
    typeof value['host'] === 'string' &&
    Array.isArray(value['stores']) &&
    isTextList(value['unreadable']) &&
    isFields(value['page'])
  );
}
