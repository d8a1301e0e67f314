// What the pages of csp.test.mjs do. Runs in the page.

/** Whether a wish is kept, and what is said then. Part of the page. */
export async function wish() {
  const item = { item_id: 'hose-9', item_category: 'garden', item_category2: 'watering', price: 24.95 };
  const receipt = await tactful.track('add_to_wishlist', { currency: 'EUR', items: [item] });
  const { offers, silence } = await tactful.decide('home', { deadlineMs: 10_000 });
  return { kept: receipt.kept, said: silence?.reason ?? offers[0].offerId };
}

/** What a shop's page does: one wish, and an offer. Runs in the page. */
export async function shop() {
  const { kept, said } = await wish();
  const slot = document.querySelector('tactful-offer');
  const title = () => slot.shadowRoot.querySelector('[part=title]');
  const end = performance.now() + 15_000;
  // a slow machine may be later than a slot waits: it then shows the shop's own content, and asks again here
  while (title() === null && performance.now() < end) {
    await slot.refresh();
    await slot.updateComplete;
  }
  const { status } = tactful.health();
  return {
    said,
    shown: title()?.textContent,
    kept,
    worker: status.worker,
    storage: status.storage,
  };
}

/** The versions that have written down what they decide by. Part of the page. */
export function versionsAtRest() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('tactful:default');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('configs').objectStore('configs').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result.map(({ engineVersion }) => engineVersion).sort());
      };
    };
  });
}

/** The two versions: one that the page has made, and one that lies elsewhere. Runs in the page. */
export async function twoVersions(address) {
  const other = await import(address);
  // a setting of its own: each writes down beside its own which version it is
  const own = { worker: '/other/worker.js', model: { missingMargin: 0.2 } };
  const options = { ...own, catalog: '/catalog.json', consent: { personalization: 'in' } };
  const second = other.createTactful({ ...options, clock: () => ({ at: 1_780_000_000_000, offset: 0 }) });
  await second.ready;
  const item = (id) => ({ items: [{ item_id: id, item_category: 'garden' }] });
  const writers = [globalThis.tactful, second];
  const receipts = await Promise.all(
    Array.from({ length: 20 }, (_, index) => writers[index % 2].track('view_item', item(`p-${index}`))),
  );
  const read = () => Promise.all(writers.map((writer) => writer.log({ names: ['view_item'] })));
  let logs = await read();
  // the other copy hears of a row by the doorbell, a moment later
  const end = performance.now() + 10_000;
  while (logs.some((rows) => rows.length < 20) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    logs = await read();
  }
  const { shown } = await shop();
  await second.decide('home', { deadlineMs: 10_000 });
  return {
    kept: receipts.filter(({ kept }) => kept).length,
    ids: new Set(receipts.map(({ id }) => id)).size,
    logs: logs.map((rows) => [rows.length, new Set(rows.map(({ params }) => params.items[0].item_id)).size]),
    versions: await versionsAtRest(),
    shown,
    slots: document.querySelector('tactful-offer').shadowRoot.querySelectorAll('[part=title]').length,
    workers: writers.map((writer) => writer.health().status.worker),
    violations: globalThis.violations,
    faults: globalThis.faults,
  };
}
