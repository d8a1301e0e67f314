import type { Tactful } from 'tactful';

/** Hands the shopper a file with everything that tactful holds; with a passphrase one that only that opens. */
export async function saveExport(tactful: Tactful, passphrase?: string): Promise<void> {
  const held = await tactful.export({ passphrase });
  const file = new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = passphrase === undefined ? 'tactful-hamer-halm.json' : 'tactful-hamer-halm-sealed.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
