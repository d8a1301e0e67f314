import type { CallFailure, ErrorCode } from '../worker/protocol.js';

/**
 * Every error that tactful raises, by its `code`; `docs/errors.md` has an anchor for each.
 *
 * Tell them apart by `name` and `code`: an `instanceof` fails between two copies of the library.
 */
export class TactfulError extends Error {
  override readonly name = 'TactfulError';
  readonly code: ErrorCode;
  /** Where in the configuration, for configuration errors. */
  readonly path?: string;
  constructor(failure: CallFailure) {
    super(failure.message);
    this.code = failure.code;
    if (failure.path !== undefined) this.path = failure.path;
  }
}

/** A configuration error: `path: what is wrong`. */
export function misuse(path: string, wrong: string): TactfulError {
  return new TactfulError({ code: 'CONFIG_INVALID', message: `${path}: ${wrong}`, path });
}
