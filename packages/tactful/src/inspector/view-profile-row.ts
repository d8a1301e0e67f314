import type { ProfileRow } from '../engine/index.js';
import type { ViewRow } from './lens-view.js';
import { fill, siteText, type Phrase } from './phrase.js';
import type { Wording } from './view-event.js';

const SLIGHT = 0.02;
const CLEAR = 0.3;
const STRONG = 1;

/** How far a lift is from "like everything else", in words. */
function lean(level: number, { words }: Wording): string {
  const { much, more, slightly, as, less } = words.conclusion.lean;
  if (level < -SLIGHT) return less;
  if (level > STRONG) return much;
  if (level > CLEAR) return more;
  return level > SLIGHT ? slightly : as;
}

/** What conclusions are put into words with, and the rows they rest on. */
export interface ProfileWording extends Wording {
  readonly key: string;
  readonly offset: number;
  readonly title: (offerId: string) => string;
  readonly evidence: readonly ViewRow[];
}

function valueOf({ facet, value, rule }: ProfileRow, { format, offset, title }: ProfileWording): Phrase {
  if (rule === 'quiet') return [format.moment(Number(value), offset)];
  if (facet === 'offer_id') return siteText(title(value) || value);
  return siteText(facet === 'category' ? format.path(value) : value);
}

function templateOf({ facet, rule }: ProfileRow, { words }: Wording): string {
  const { conclusion } = words;
  if (rule !== 'affinity') return rule in conclusion ? conclusion[rule as 'stated'] : conclusion.other;
  return facet === 'category' || facet === 'brand' ? conclusion[facet] : conclusion.other;
}

function detailsOf(row: ProfileRow, wording: Wording): readonly Phrase[] {
  const { words, format } = wording;
  if (row.rule === 'affinity') {
    const percent = format.percent(Math.min(1, Math.max(0, row.confidence)));
    return [[lean(row.level, wording)], fill(words.conclusion.certain, { percent })];
  }
  const level =
    row.rule === 'stated'
      ? Object.entries(words.conclusion.level).find(([at]) => Number(at) === row.level)?.[1]
      : undefined;
  return level === undefined ? [] : [[level]];
}

const PROVENANCE = { observed: 'observed', declared: 'stated', relation: 'announced', concluded: 'concluded' } as const;

/** A fact or conclusion in words, with the rows it rests on. */
export function viewProfileRow(row: ProfileRow, how: ProfileWording): ViewRow {
  return {
    key: `${how.key} ${row.id}`,
    what: fill(templateOf(row, how), { value: valueOf(row, how), facet: siteText(row.facet) }),
    provenance: PROVENANCE[row.provenance],
    details: detailsOf(row, how),
    evidence: how.evidence,
  };
}
