import { parseArgs } from 'node:util';
import { parseMoment } from 'tactful/engine';

/** Which profile is wanted, of what, and as of when. */
export interface ProfileRequest {
  readonly events: string;
  readonly catalog: string | undefined;
  readonly model: string | undefined;
  /** Epoch milliseconds; the last row where absent. */
  readonly at: number | undefined;
  readonly lang: 'en' | 'nl';
}

/** What `tactful profile` was asked for; a text says what is wrong with the call. */
export type ProfileCall =
  { readonly kind: 'help' } | { readonly kind: 'profile'; readonly request: ProfileRequest; readonly json: boolean };

const OPTIONS = {
  events: { type: 'string' },
  catalog: { type: 'string' },
  model: { type: 'string' },
  at: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** The arguments after `profile`. Throws what node:util throws for options that nobody knows. */
export function readProfileCall(args: readonly string[]): ProfileCall | string {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const { json, help, events, catalog, model, at: moment, lang } = values;
  if (help) return { kind: 'help' };
  if (positionals.length > 0) return `profile takes no ${positionals.join(' ')}`;
  if (events === undefined) return 'profile needs --events FILE';
  if (lang !== 'en' && lang !== 'nl') return `--lang: ${lang}; known: en, nl`;
  const at = moment === undefined ? undefined : parseMoment(moment);
  if (moment !== undefined && at === undefined)
    return `--at: ${moment}; should be: a moment as 2026-06-01T14:00+02:00 or a day`;
  return { kind: 'profile', request: { events, catalog, model, at, lang }, json };
}
