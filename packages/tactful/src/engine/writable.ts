/**
 * A record that is written over for offer after offer: ten thousand are weighed, and few are kept.
 *
 * Made by a literal of its own, never by a spread, and its numbers are NaN until they are written: of a record that was
 * spread, or began with a whole number, engines box what is written into it, or compile anew at the first fraction.
 */
export type Writable<Of> = { -readonly [Field in keyof Of]: Of[Field] };
