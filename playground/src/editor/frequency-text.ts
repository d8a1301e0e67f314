import { durationMs } from 'tactful/engine';
import { isFields } from './draft.js';
import { shownValue } from './shown-value.js';

const DAYS = /^(\d+)\s*(?:days?|dag(?:en)?)$/i;
const CAP = /^(\d{1,6})\s*(?:×|x|times?|keer)?\s*(?:in|per|\/)\s*(.+)$/i;
const EVER = /^(\d{1,6})\s*(?:×|x|times?|keer)?\s*(?:ever|ooit|in total|in totaal)$/i;

function readPeriod(text: string): string | undefined {
  const period = text.trim();
  const days = /^(?:day|dag)$/i.test(period) ? '1' : DAYS.exec(period)?.[1];
  if (days !== undefined) return `P${String(Number(days))}D`;
  const iso = period.toUpperCase();
  return durationMs(iso) === undefined ? undefined : iso;
}

/**
 * How often something may be shown, from one line: `3 ever | 1 in 7 days`, in Dutch `3 ooit | 1 per 7 dagen`.
 *
 * Parts are separated by `|`, a comma or a semicolon; a period may also be an ISO 8601 duration. `undefined` where a part
 * cannot be read.
 */
export function readFrequency(line: string): object | undefined {
  const custom: { cap: number; period: string }[] = [];
  let lifetime: number | undefined;
  for (const part of line.split(/[|;,]/).map((each) => each.trim())) {
    const ever = EVER.exec(part)?.[1];
    const [, cap, text = ''] = CAP.exec(part) ?? [];
    const period = readPeriod(text);
    if (ever !== undefined && lifetime === undefined) lifetime = Number(ever);
    else if (ever === undefined && cap !== undefined && period !== undefined) custom.push({ cap: Number(cap), period });
    else return undefined;
  }
  return { ...(lifetime === undefined ? {} : { lifetime }), ...(custom.length > 0 ? { custom } : {}) };
}

const capLine = (cap: unknown, lang: string): string => {
  if (!isFields(cap)) return JSON.stringify(cap);
  const period = String(cap['period']);
  const days = /^P(\d+)D$/.exec(period)?.[1];
  const [per, unit] = lang === 'nl' ? ['per', days === '1' ? 'dag' : 'dagen'] : ['in', days === '1' ? 'day' : 'days'];
  return `${String(cap['cap'])} ${per} ${days === undefined ? period : `${days} ${unit}`}`;
};

/** The line that {@link readFrequency} reads back, where there is one. */
export function writeFrequency(frequency: unknown, lang = 'en'): string {
  if (!isFields(frequency)) return typeof frequency === 'string' ? frequency : '';
  const { lifetime, custom } = frequency;
  const ever = lifetime === undefined ? [] : [`${shownValue(lifetime)} ${lang === 'nl' ? 'ooit' : 'ever'}`];
  return [...ever, ...(Array.isArray(custom) ? custom : []).map((cap: unknown) => capLine(cap, lang))].join(' | ');
}
