import type { Situation } from './situation.js';
import type { GroupTastes } from './taste.js';

/**
 * Whether a group was heard of: the shopper said something about it, or gave its narrowest category enough attention.
 *
 * Of all others the rules say the same, whatever their taste: most of a large shop is looked at by nobody.
 */
export function heardReader(
  { folded, catalog, policy, invited }: Situation,
  { evidence }: Pick<GroupTastes, 'evidence'>,
): (group: number) => boolean {
  const { minEvidence } = policy.relevance;
  // An invitation asks for fit alone, which nothing that was seen may have as well.
  if (invited || minEvidence <= 0) return () => true;
  const said = new Set([folded.stated, folded.never].flatMap((spoken) => [...spoken.keys()]));
  const heard = new Uint8Array(evidence.length);
  for (let group = 0; group < heard.length; group++) if ((evidence[group] ?? 0) >= minEvidence) heard[group] = 1;
  for (const key of said) for (const group of catalog.groupIndex.about.get(key) ?? []) heard[group] = 1;
  return (group) => heard[group] === 1;
}
