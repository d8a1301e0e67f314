import { parseArgs } from 'node:util';
import { parseMoment } from 'tactful/engine';

/** What is checked, and against what. */
export interface CheckRequest {
  readonly file: string;
  /** Epoch milliseconds; where absent nothing is past. */
  readonly at: number | undefined;
  /** Of a feed whose prices name none. */
  readonly currency: string | undefined;
  readonly purposes: string | undefined;
  readonly policy: string | undefined;
  readonly model: string | undefined;
  /** The page's option of this name. */
  readonly images: 'reveal' | undefined;
}

/** What `tactful check` was asked for; a text says what is wrong with the call. */
export type CheckCall =
  { readonly kind: 'check-help' } | { readonly kind: 'check'; readonly request: CheckRequest; readonly json: boolean };

const OPTIONS = {
  at: { type: 'string' },
  currency: { type: 'string' },
  purposes: { type: 'string' },
  policy: { type: 'string' },
  model: { type: 'string' },
  images: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** A moment of a call, or what should have been given instead. */
export function readAt(text: string | undefined): number | undefined | string {
  if (text === undefined) return undefined;
  return parseMoment(text) ?? `--at: ${text}; should be: a moment as 2026-06-01T14:00+02:00 or a day`;
}

/** A currency of a call, or what should have been given instead, as the second value. */
export function currencyProblem(text: string | undefined): string | undefined {
  return text === undefined || /^[A-Z]{3}$/.test(text)
    ? undefined
    : `--currency: ${text}; should be: an ISO 4217 code, EUR`;
}

/** The arguments after `check`. Throws what node:util throws for options that nobody knows. */
export function readCheckCall(args: readonly string[]): CheckCall | string {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const { json, help, at: moment, currency, purposes, policy, model, images } = values;
  if (help) return { kind: 'check-help' };
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return 'check needs one FILE';
  const at = readAt(moment);
  if (typeof at === 'string') return at;
  if (images !== undefined && images !== 'reveal') return `--images: ${images}; should be: reveal`;
  const request: CheckRequest = { file, at, currency, purposes, policy, model, images };
  return currencyProblem(currency) ?? { kind: 'check', request, json };
}
