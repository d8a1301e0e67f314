import { mayUse } from './channel.js';
import { goalsOf } from './goals.js';
import { factRow, type ProfileRow, type ProfileRows } from './profile-row.js';
import type { Channel, ShopperAction, Statement } from './statement.js';
import { visitAt } from './visit.js';
import type { VisitMark } from './visit-mark.js';

const declaring = (statement: Statement): ShopperAction => ({ do: 'declare', statement });

function fact(
  about: Pick<ProfileRow, 'rule' | 'facet' | 'value'> & { readonly level?: number },
  said: { readonly id: string; readonly instead?: readonly ShopperAction[] },
): ProfileRow {
  const { id, instead = [] } = said;
  const corrections: readonly ShopperAction[] = [...instead, { do: 'forget', ids: [id] }];
  return factRow({ ...about, provenance: 'declared', evidence: [id], corrections });
}

/** Whether the channel may be used now is the level: 1 or -1. */
const channelRows: ProfileRows = ({ folded, now: { at } }) =>
  [...folded.channels].map(([name, { id }]) => {
    // The gate takes no statement about another channel.
    const channel = name as Channel;
    const open = mayUse(folded, { channel, at });
    return fact(
      { rule: 'channel', facet: 'channel', value: channel, level: open ? 1 : -1 },
      { id, instead: [declaring({ kind: 'channel', channel, allowed: !open })] },
    );
  });

const nameOf = (mark: VisitMark): string => (typeof mark === 'string' ? mark : mark.person);

/** Only of the visit that goes on: earlier ones are told where they would have taught something. */
const visitRows: ProfileRows = ({ folded, now }) => {
  const { marked } = folded;
  if (!marked || visitAt(folded.visit, now).count !== marked.visit) return [];
  const { value, id } = marked;
  const others = (['gift', 'not_me'] as const).filter((as) => as !== value);
  return [
    fact(
      { rule: 'visit', facet: 'visit', value: nameOf(value) },
      { id, instead: others.map((as) => declaring({ kind: 'visit', as })) },
    ),
  ];
};

/** What the shopper wants for themselves, in their own words: channels, goals, life, and whose visit this is. */
export const wishRows: ProfileRows = (read) => {
  const { folded } = read;
  return [
    ...channelRows(read),
    ...goalsOf(folded).map(({ value, id }) => fact({ rule: 'goal', facet: 'goal', value }, { id })),
    ...[...folded.life.values()].map(({ value, id }) => fact({ rule: 'life', facet: 'life', value }, { id })),
    ...visitRows(read),
  ];
};
