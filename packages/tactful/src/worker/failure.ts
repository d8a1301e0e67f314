import type { CallFailure, ErrorCode, Outcome } from './protocol.js';

/** An error with a code, thrown inside the worker and sent across as data. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ErrorCode;
  readonly path: string | undefined;
  constructor(code: ErrorCode, message: string, path?: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}

function failureOf(error: unknown): CallFailure {
  if (error instanceof Failure) {
    const { code, message, path } = error;
    return path === undefined ? { code, message } : { code, message, path };
  }
  if (error instanceof DOMException) {
    return { code: error.name === 'VersionError' ? 'STORE_NEWER' : 'STORAGE_REFUSED', message: error.name };
  }
  return { code: 'INTERNAL', message: error instanceof Error ? error.message : 'unknown failure' };
}

/** The outcome of a piece of work as data; never rejects. */
export async function outcomeOf<Value>(work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}
