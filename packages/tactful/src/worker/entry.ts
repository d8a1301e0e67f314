import { createHost, type Later } from './host.js';
import { sayGone, serve } from './serve.js';

// The page says where the second file is: a bundler may have renamed it. The build marks this call, to be left as it is.
serve(createHost((address = '') => import(address) as Promise<Later>, { gone: sayGone }));
