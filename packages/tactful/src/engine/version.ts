/** The version of the rules. A reader with another one says "cannot be compared", never "wrong". */
export const ENGINE_VERSION = '0.1.0';
