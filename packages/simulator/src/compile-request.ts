import { parseArgs } from 'node:util';
import { currencyProblem, readAt } from './check-request.js';

/** Which feed or list becomes a catalogue, and how. */
export interface CompileRequest {
  readonly file: string;
  /** Where the catalogue is written; printed where absent. */
  readonly out: string | undefined;
  readonly currency: string | undefined;
  /** Epoch milliseconds: reductions outside their period are left out; where absent every one holds. */
  readonly at: number | undefined;
  readonly offers: boolean;
  readonly lang: 'en' | 'nl';
}

/** What `tactful compile` was asked for; a text says what is wrong with the call. */
export type CompileCall =
  | { readonly kind: 'compile-help' }
  | { readonly kind: 'compile'; readonly request: CompileRequest; readonly json: boolean };

const OPTIONS = {
  out: { type: 'string' },
  currency: { type: 'string' },
  at: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  offers: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** The arguments after `compile`. Throws what node:util throws for options that nobody knows. */
export function readCompileCall(args: readonly string[]): CompileCall | string {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const { json, help, out, currency, at: moment, lang, offers } = values;
  if (help) return { kind: 'compile-help' };
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return 'compile needs one FILE';
  if (lang !== 'en' && lang !== 'nl') return `--lang: ${lang}; known: en, nl`;
  const at = readAt(moment);
  if (typeof at === 'string') return at;
  return currencyProblem(currency) ?? { kind: 'compile', request: { file, out, currency, at, offers, lang }, json };
}
