/**
 * Calls back when the page comes back: from the back/forward cache, or from having been frozen. Returns the function that
 * stops it.
 *
 * Other tabs went on meanwhile, and no bell reached this one. Nothing listens to `unload`, which would keep pages out of
 * that cache.
 */
export function onReturn(back: () => void): () => void {
  const shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) back();
  };
  addEventListener('pageshow', shown);
  document.addEventListener('resume', back);
  return () => {
    removeEventListener('pageshow', shown);
    document.removeEventListener('resume', back);
  };
}
