import { splitEvidenceKey } from './evidence.js';
import type { Said } from './fold-statements.js';
import { factRow, type ProfileRow, type ProfileRows } from './profile-row.js';

function said(
  about: Pick<ProfileRow, 'facet' | 'value' | 'rule'> & { readonly level?: number },
  { id }: Pick<Said<unknown>, 'id'>,
): ProfileRow {
  return factRow({ ...about, evidence: [id], provenance: 'declared' });
}

/** What the shopper said, and what is open between them and the shop. */
export const statementRows: ProfileRows = ({ folded, now }) => {
  const { mode, quiet } = folded;
  return [
    ...[...folded.never].map(([key, value]) =>
      said({ rule: 'never', facet: splitEvidenceKey(key)[0], value: splitEvidenceKey(key)[1], level: -2 }, value),
    ),
    ...[...folded.stated].map(([key, value]) =>
      said(
        { rule: 'stated', facet: splitEvidenceKey(key)[0], value: splitEvidenceKey(key)[1], level: value.value },
        value,
      ),
    ),
    ...(mode ? [said({ rule: 'mode', facet: 'mode', value: mode.value }, mode)] : []),
    ...(quiet && now.at < quiet.value
      ? [said({ rule: 'quiet', facet: 'quiet', value: String(quiet.value) }, quiet)]
      : []),
    ...[...folded.complaints].map(([value, { id }]) =>
      factRow({
        rule: 'complaint',
        facet: 'complaint',
        value,
        evidence: [id],
        provenance: 'relation',
        corrections: [
          { do: 'resolve', complaint: value },
          { do: 'forget', ids: [id] },
        ],
      }),
    ),
  ];
};
