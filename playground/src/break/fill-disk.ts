const shipped = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put');

/**
 * From now on every write of this thread fails as it does on a full disk, or no longer.
 *
 * A page can fill no disk, and should not. So only this is played; all that follows from it is real.
 */
export function fillDisk(full: boolean): void {
  const value = (): never => {
    throw new DOMException('no room left (played)', 'QuotaExceededError');
  };
  Object.defineProperty(IDBObjectStore.prototype, 'put', full ? { ...shipped, value } : { ...shipped });
}
