/** Whether the store lies in a log that only grows until it is rewritten. Said by the one engine that is so. */
export const keepsALog = (): boolean =>
  typeof IDBVersionChangeEvent === 'function' && 'dataLoss' in IDBVersionChangeEvent.prototype;
