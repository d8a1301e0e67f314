function asJson(_: string, value: unknown): unknown {
  if (value instanceof Map) return { map: [...(value as ReadonlyMap<unknown, unknown>)] };
  if (value instanceof Set) return { set: [...(value as ReadonlySet<unknown>)] };
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** Any state as text: maps, sets and keys in their order, numbers to the last bit. Equal text is equal state. */
export const bytesOf = (value: unknown): string => JSON.stringify(value, asJson);
