// What runs in the page: a browser is handed the text of these functions, so each stands alone.

/** Makes a page of the shop, lets it see a log, and asks again and again while the clock goes on and the shopper looks at things. */
export async function decideInWorker({ offers, storage, rows, decisions }) {
  const served = '/index.js';
  const { createTactful } = await import(served);
  const inWorker = [];
  let heard = () => undefined;
  new BroadcastChannel('decided').onmessage = ({ data }) => {
    inWorker.push(data);
    heard();
  };

  let now = { at: rows[0].at, offset: 60 };
  const tactful = createTactful({
    scope: `bench-${offers}`,
    storage,
    catalog: `/catalog-${offers}.json`,
    consent: { personalization: 'in' },
    worker: '/timed-worker.js',
    clock: () => now,
  });
  const { catalog, worker } = await tactful.ready;
  const { problems } = tactful.health();
  if (catalog !== 'ready' || worker !== 'url' || problems.length > 0)
    throw new Error(`catalog ${catalog}, worker ${worker}: ${problems.join('; ')}`);
  const see = async ({ name, params }) => {
    const receipt = await tactful.track(name, params);
    if (!receipt.kept) throw new Error(`${name} was not kept: ${JSON.stringify(receipt)}`);
  };
  for (const row of rows) {
    now = { ...now, at: row.at };
    await see(row);
  }

  const looks = rows.filter(({ name }) => name === 'view_item');
  const inPage = [];
  let spoke = 0;
  for (let n = 0; n < decisions; n++) {
    // three times a visit, and then nothing for some hours
    now = { ...now, at: now.at + (n % 3 === 0 ? 5 * 3_600_000 + n * 1000 : 120_000) };
    await see(looks[n % looks.length]);
    const begun = performance.now();
    const timed = new Promise((resolve) => (heard = resolve));
    const { id, offers: chosen } = await tactful.decide('home', { deadlineMs: 30_000 });
    inPage.push(performance.now() - begun);
    await timed;
    const [offer] = chosen;
    if (offer) spoke++;
    if (offer && n % 5 === 0) await tactful.respond(id, offer.offerId, 'shown');
  }
  const kept = await tactful.decisions({ limit: decisions });
  if (kept.length < Math.min(500, decisions)) throw new Error(`${kept.length} accounts were kept`);
  const judged = kept.map(({ trace }) => Object.values(trace.counts).reduce((sum, count) => sum + count, 0));
  tactful.close();
  return { inWorker, inPage, spoke, judgedAll: judged.filter((count) => count === offers).length };
}

/** The least that any recommender must do: score each offer by what was looked at of its category, and sort. */
export async function sortNaively({ offers, rows, rounds }) {
  const catalog = await (await fetch(`/catalog-${offers}.json`)).json();
  const looks = new Map();
  for (const { params } of rows)
    for (const { item_category } of params.items ?? []) looks.set(item_category, (looks.get(item_category) ?? 0) + 1);
  const times = [];
  for (let round = -30; round < rounds; round++) {
    const begun = performance.now();
    const scored = catalog.offers.map((offer) => ({ offer, score: (looks.get(offer.category[0]) ?? 0) * offer.price }));
    scored.sort((a, b) => b.score - a.score);
    if (round >= 0) times.push(performance.now() - begun);
  }
  return times;
}

/** How long a loop takes that usually takes `ms`, again and again after a rest: what the machine alone adds. */
export async function loopAsLong({ ms, rounds }) {
  const numbers = Float64Array.from({ length: 20_000 }, (_, n) => n);
  let sum = 0;
  const loop = (passes) => {
    const begun = performance.now();
    for (let pass = 0; pass < passes; pass++) for (let n = 0; n < numbers.length; n++) sum += numbers[n];
    return performance.now() - begun;
  };
  for (let round = 0; round < 100; round++) loop(20);
  const passes = Math.max(1, Math.round((1000 * ms) / loop(1000)));
  const times = [];
  for (let round = 0; round < rounds; round++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    times.push(loop(passes));
  }
  return { times, sum };
}
