import type { Tactful } from 'tactful';

/** Hands the shopper a file with everything that tactful holds. */
export async function saveExport(tactful: Tactful): Promise<void> {
  const file = new Blob([JSON.stringify(await tactful.export(), null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'tactful-hamer-halm.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
