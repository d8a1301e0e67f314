import type { ConsentStates, Purpose, RetentionLine } from '../worker/protocol.js';

/** The running configuration in terms a shopper or a lawyer can read. */
export interface Description {
  readonly purposes: readonly Purpose[];
  readonly consent: ConsentStates;
  readonly retention: readonly RetentionLine[];
  /** Requests tactful makes: the catalogue and its own worker files, the same whatever the profile says. */
  readonly requests: readonly string[];
  /** `'reveal'`: pictures of offers are fetched as well, and whoever serves one learns what was chosen. */
  readonly images: 'inline' | 'reveal';
}
