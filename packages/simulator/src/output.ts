/** Where a command writes: results to `out`, progress and errors to `err`, one line at a time. */
export interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Exit codes of the command: done, failed or found problems, called wrongly. */
export const EXIT = { done: 0, failed: 1, misused: 2 } as const;
