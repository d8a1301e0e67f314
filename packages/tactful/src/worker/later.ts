// The second file of the worker: it reads what a shop gives, decides and explains. It is fetched beside the catalogue, and
// holds nothing that changes. What no row, choice or erasure may wait for is in the first.

export { accountFor, askable, dataNeeds, decide, silentTrace } from '../engine/index.js';
export { decideIn } from '../engine/decide.js';
export { hasRoom } from '../engine/has-room.js';
export { situationOf } from '../engine/situation.js';
export { canBeHad } from '../engine/tell-me.js';
export { readGiven } from './read-given.js';
