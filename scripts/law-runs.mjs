// Sets how often each law is tried, for the laws that do not say it themselves: TACTFUL_RUNS.
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: Number(process.env.TACTFUL_RUNS) });
