/** Any value that JSON can carry. Records at rest and messages are made of nothing else. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object: what event parameters and condition attributes are. */
export type JsonObject = { readonly [key: string]: Json };

/** A plain copy as JSON has it: what JSON cannot carry is gone. */
export function asJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
