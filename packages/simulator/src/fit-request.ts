import { parseArgs } from 'node:util';
import type { FitRequest } from './fit-file.js';
import { purchaseDay } from './purchase-day.js';
import { FIT_DATASETS, isFitDataset, type PurchaseSource } from './purchase-source.js';
import type { PurchaseParameters } from './purchase-likelihood.js';

/** What `tactful fit` was asked for; a text says what is wrong with the call. */
export type FitCall =
  | { readonly kind: 'help' }
  | { readonly kind: 'fit'; readonly request: FitRequest; readonly json: boolean }
  | { readonly kind: 'fit-intent'; readonly file: string; readonly out: string | undefined; readonly json: boolean };

const OPTIONS = {
  model: { type: 'string' },
  until: { type: 'string' },
  out: { type: 'string' },
  dataset: { type: 'string' },
  data: { type: 'string' },
  customer: { type: 'string' },
  date: { type: 'string' },
  value: { type: 'string' },
  currency: { type: 'string' },
  start: { type: 'string' },
  intent: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function readStart(text: string | undefined): PurchaseParameters | undefined | string {
  if (text === undefined) return undefined;
  const [r = 0, alpha = 0, a = 0, b = 0, ...more] = text.split(',').map(Number);
  const fits = more.length === 0 && [r, alpha, a, b].every((value) => value > 0 && value < Infinity);
  return fits ? [r, alpha, a, b] : `--start: ${text}; should be: r,alpha,a,b, all above 0`;
}

interface SourceValues {
  readonly dataset?: string | undefined;
  readonly data?: string | undefined;
  readonly customer?: string | undefined;
  readonly date?: string | undefined;
  readonly value?: string | undefined;
}

function readSource(files: readonly string[], { dataset, data, ...named }: SourceValues): PurchaseSource | string {
  const [file, ...more] = files;
  if (dataset === undefined) {
    if (data !== undefined) return '--data needs --dataset';
    return file === undefined || more.length > 0 ? 'fit needs one FILE' : { kind: 'file', file, named };
  }
  if (!isFitDataset(dataset)) return `--dataset: ${dataset}; known: ${FIT_DATASETS.join(', ')}`;
  if (data === undefined) return '--dataset needs --data DIR';
  const given = Object.entries(named).find(([, name]) => name !== undefined)?.[0];
  if (file !== undefined || given !== undefined) return '--dataset brings its own file and columns';
  return { kind: dataset, folder: data };
}

/** The arguments after `fit`. Throws what node:util throws for options that nobody knows. */
export function readFitCall(args: readonly string[]): FitCall | string {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const { json, help, intent, out, model = 'mbg', until, start: startText, currency, ...named } = values;
  if (help) return { kind: 'help' };
  if (intent) {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return 'fit --intent needs one FILE';
    const stray = Object.entries({ model: values.model, until, start: startText, currency, ...named });
    const given = stray.find(([, text]) => text !== undefined)?.[0];
    return given === undefined ? { kind: 'fit-intent', file, out, json } : `fit --intent takes no --${given}`;
  }
  if (model !== 'mbg' && model !== 'bg') return `--model: ${model}; known: mbg, bg`;
  const end = until === undefined ? undefined : purchaseDay(until);
  if (until !== undefined && end === undefined) return `--until: ${until}; should be: a day as YYYY-MM-DD`;
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
    return `--currency: ${currency}; should be: three capitals, as EUR`;
  const start = readStart(startText);
  if (typeof start === 'string') return start;
  const source = readSource(positionals, named);
  if (typeof source === 'string') return source;
  return { kind: 'fit', request: { source, model, until: end, start, out, currency }, json };
}
