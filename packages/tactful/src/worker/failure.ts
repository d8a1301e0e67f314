import type { CallFailure, ErrorCode, Outcome } from './protocol.js';

/** An error with a code, thrown inside the worker and sent across as data. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

function failureOf(error: unknown): CallFailure {
  if (error instanceof Failure) return { code: error.code, message: error.message };
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
