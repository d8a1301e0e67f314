import { createHost } from './host.js';
import * as later from './later.js';
import { sayGone, serve } from './serve.js';

// Both files in one, for a worker that is started from a Blob: it has no neighbours.
serve(createHost(() => Promise.resolve(later), { gone: sayGone }));
