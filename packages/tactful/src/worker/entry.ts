import { createHost, type Later } from './host.js';
import { serve } from './serve.js';

// The page says where the second file is: a bundler may have renamed it, and must leave this call as it is.
serve(createHost((address = '') => import(/* @vite-ignore */ /* webpackIgnore: true */ address) as Promise<Later>));
