const WIDTH = 30;

/** A bar that fills as work is done, in ASCII: `[=======>      ] fitting 12/19`. */
export function progressBar({ done, of }: { readonly done: number; readonly of: number }, label: string): string {
  const filled = Math.round((WIDTH * Math.min(done, of)) / of);
  return `[${'='.repeat(filled).padEnd(WIDTH)}] ${label} ${done}/${of}`;
}
