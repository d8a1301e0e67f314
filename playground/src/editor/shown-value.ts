/** A value of a draft as text: a text as it is, nothing for nothing, anything else as JSON. */
export function shownValue(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
