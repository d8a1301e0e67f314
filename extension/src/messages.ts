import type { LensCommand, LensReceipt } from 'tactful/inspector';

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
  switch (value['op']) {
    case 'erase':
      return true;
    case 'forget':
      return isTextList(value['ids']);
    case 'declare':
      // What is said is read where it is written.
      return isFields(value['action']) && typeof value['action']['do'] === 'string';
    default:
      return false;
  }
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

const REFUSALS: readonly unknown[] = ['no-consent', 'not-needed', 'invalid', 'personal-data'];

function isSaid(value: unknown): boolean {
  return isFields(value) && (typeof value['added'] === 'string' || REFUSALS.includes(value['refused']));
}

/** Whether an answer is a receipt. */
export function isReceipt(value: unknown): value is LensReceipt {
  return (
    isFields(value) &&
    typeof value['removed'] === 'number' &&
    typeof value['at'] === 'number' &&
    typeof value['verified'] === 'boolean' &&
    (value['grade'] === 'reachable' || value['grade'] === 'file') &&
    (value['said'] === undefined || isSaid(value['said']))
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
