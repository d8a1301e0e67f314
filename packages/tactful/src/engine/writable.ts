/**
 * A record that is written over for offer after offer: ten thousand are weighed, and few are kept.
 *
 * Made by a literal, never by a spread: of a record that was spread engines box each number that is written into it.
 */
export type Writable<Of> = { -readonly [Field in keyof Of]: Of[Field] };
