import { factRow, type ProfileRows } from './profile-row.js';
import { openWishes } from './tell-me.js';

/** What the shopper asked to be told, by what it waits for; a price is the one to come under. */
export const tellMeRows: ProfileRows = ({ folded, now }) =>
  openWishes(folded, now.at).map(({ id, value, when, below }) =>
    factRow({
      rule: 'wish',
      facet: when,
      value,
      provenance: 'declared',
      evidence: [id],
      ...(when === 'below' ? { estimate: { value: below, unit: 'minor' as const } } : {}),
    }),
  );
