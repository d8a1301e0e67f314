import { admitTracked, defaultPurposes } from 'tactful/engine';
import { median } from './stopwatch.mjs';

const CALLS = 20_000;
const TARGET_MS = 1;

const item = (n) => ({
  item_id: `p${n}`,
  item_name: `Garden hose ${n} metres, green, with couplings`,
  item_category: 'garden',
  item_category2: 'watering',
  price: 24.95,
});
const SENT = { currency: 'EUR', value: 24.95, page_location: 'https://shop.test/garden?q=hose', items: [item(1)] };

/** The least that a gate must do: copy what it was given. */
const copied = (sent) => JSON.parse(JSON.stringify(sent));

function times(work) {
  const all = [];
  for (let call = 0; call < CALLS; call++) {
    const begun = performance.now();
    work();
    all.push(performance.now() - begun);
  }
  all.splice(0, CALLS / 10); // while it is not compiled yet
  all.sort((a, b) => a - b);
  return { half: median(all), most: all[Math.floor(all.length * 0.99)] };
}

/** What `track()` does before it writes: consent, shape, personal data, amounts. */
export function benchGate() {
  const context = { purposes: defaultPurposes(), consent: { personalization: 'in' } };
  const gate = times(() => admitTracked({ name: 'view_item', params: SENT }, context));
  const copy = times(() => copied(SENT));
  return [
    {
      what: 'one event through the gate, p50',
      figure: `${(gate.half * 1000).toFixed(1)} µs`,
      ratio: `${(gate.half / copy.half).toFixed(1)} of copying it`,
    },
    {
      what: 'one event through the gate, p99',
      figure: `${(gate.most * 1000).toFixed(1)} µs`,
      ratio: `${(gate.most / copy.most).toFixed(1)} of copying it`,
      target: `${TARGET_MS} ms`,
      met: gate.most <= TARGET_MS,
    },
  ];
}
