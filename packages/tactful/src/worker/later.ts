// The second file of the worker: what no row, choice or erasure waits for. It is fetched beside the catalogue that it
// reads, and holds nothing that changes.

export { accountFor, askable, catalogFacts, dataNeeds } from '../engine/index.js';
export { spokenRow } from '../storage/spoken-row.js';
export { readGiven } from './read-given.js';
