/** An error in a word or two, for `health()`: its name and what it says of itself. */
export const nameOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : 'unknown failure';
