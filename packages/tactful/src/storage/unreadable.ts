/** The answer is kept by the request: whoever asks next has it at once. */
function isReadable(request: IDBRequest<unknown>): boolean {
  try {
    return request.result !== request;
  } catch {
    return false;
  }
}

/**
 * Makes requests fail whose answer the browser cannot read, as from a damaged file: `UnknownError`.
 *
 * By itself such a request succeeds, throws at whoever takes its result, outside every promise, and never settles.
 */
export function failUnreadable(database: Pick<EventTarget, 'addEventListener'>): void {
  const look = (event: Event): void => {
    const request = event.target;
    if (!(request instanceof IDBRequest) || isReadable(request)) return;
    event.stopImmediatePropagation();
    Object.defineProperty(request, 'error', { value: new DOMException('storage: unreadable', 'UnknownError') });
    request.dispatchEvent(new Event('error'));
  };
  // On its way down: before anybody who listens at the request.
  database.addEventListener('success', look, true);
}
