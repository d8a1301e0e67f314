/** Puts something else in the place of what an object has under a name; returns what puts it back. */
export function replace(holder: object, name: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(holder, name);
  Object.defineProperty(holder, name, { value, configurable: true, writable: true });
  return () => {
    Reflect.deleteProperty(holder, name);
    if (own) Object.defineProperty(holder, name, own);
  };
}

/** Does something the next time this page asks the browser for its databases, before it is answered; returns what takes that back. */
export function beforeListing(act: () => Promise<unknown>): () => void {
  const restore = replace(IDBFactory.prototype, 'databases', async function (this: IDBFactory) {
    restore();
    await act();
    return this.databases();
  });
  return restore;
}
