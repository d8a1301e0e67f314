import type { Tactful } from './tactful.js';

// Elements find the page's instance here. One registry a copy of the library.

const instances = new Map<string, Tactful>();
const waiting = new Map<string, ((instance: Tactful) => void)[]>();
const openers = new WeakMap<Tactful, Set<() => void>>();

/** The page's instance for a scope, as soon as the page has created one. May never resolve. */
export function currentTactful(scope = 'default'): Promise<Tactful> {
  const known = instances.get(scope);
  if (known) return Promise.resolve(known);
  return new Promise((resolve) => {
    waiting.set(scope, [...(waiting.get(scope) ?? []), resolve]);
  });
}

/** Makes an instance the current one of its scope. */
export function register(instance: Tactful): void {
  instances.set(instance.scope, instance);
  for (const resolve of waiting.get(instance.scope) ?? []) resolve(instance);
  waiting.delete(instance.scope);
}

/** Forgets a closed instance. */
export function unregister(instance: Tactful): void {
  if (instances.get(instance.scope) === instance) instances.delete(instance.scope);
}

/** Calls back when `consent.open()` asks the consent element to show itself. Returns the function that stops it. */
export function onConsentOpen(instance: Tactful, open: () => void): () => void {
  const known = openers.get(instance) ?? new Set();
  known.add(open);
  openers.set(instance, known);
  return () => {
    known.delete(open);
  };
}

/** Asks every consent element of an instance to show itself. */
export function openConsent(instance: Tactful): void {
  for (const open of openers.get(instance) ?? []) open();
}
