import { factRow, type ProfileRows } from './profile-row.js';

/** What was bought and not taken back, in the order of buying. */
export const purchaseRows: ProfileRows = ({ folded }) =>
  folded.purchases.flatMap(({ id, items, handedOver }) =>
    items.map(({ name, id: item }) =>
      factRow({
        rule: 'purchase',
        facet: 'purchase',
        value: name ?? item ?? '',
        evidence: [id],
        provenance: handedOver ? 'relation' : 'observed',
      }),
    ),
  );
