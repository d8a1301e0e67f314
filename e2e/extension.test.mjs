import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { engines } from './launch.mjs';
import { serveSites, STRANGERS } from './lens-sites.mjs';
import { goTo } from './shop-visit.mjs';
import { chromiumExtension, firefoxExtension, pretendBrowser } from './walk-drivers.mjs';
import { correct, forgetRow, read, troubleIn, undo, walk, YOU } from './walk.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TIMEOUT = 120_000;
const STRANGER_ARGS = ['--host-resolver-rules=MAP *.test 127.0.0.1, MAP other.example 127.0.0.1'];
const STRANGER_PREFS = { 'network.dns.localDomains': STRANGERS.join(',') };
const SENTENCE = 'This page told at least 9 companies; it announces that you look at Garden hose, EUR 24.95.';

// An hour ago, so that the reader's clock is after it; the same for every browser that takes the walk.
const START = Math.floor(Date.now() / 60_000) * 60_000 - 3_600_000;
const visitAt = (url) => `${url}fixtures/tactful.html?start=${START}`;

async function violations(panel) {
  await panel.evaluate(AXE);
  return panel.evaluate(async () => {
    const { violations: found } = await globalThis.axe.run(document);
    return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

/** Tries until it holds; what it says last is what it says. */
async function eventually(check, until = Date.now() + 10_000) {
  try {
    await check();
  } catch (error) {
    if (Date.now() > until) throw error;
    await eventually(check, until);
  }
}

const only = (engine) => (engines().includes(engine) ? {} : { skip: `${engine} is not among BROWSERS` });

describe('[X15] the walk', { timeout: TIMEOUT }, () => {
  let sites;
  const walked = new Map();
  const take = async (name, start) => {
    const driver = await start();
    try {
      walked.set(
        name,
        await walk(driver, { address: visitAt(sites.url), forget: 'garden hose', correction: 'Less of garden' }),
      );
    } finally {
      await driver.close();
    }
  };
  before(async () => {
    sites = await serveSites();
  });
  after(() => sites.close());

  it('in the pretend browser shows what is known, held and decided, corrects a line, and forgets a row', async () => {
    await take('pretend', () => pretendBrowser({ home: `${sites.url}browser/`, engine: engines()[0] }));
    const { before: first, said, corrected, undone, receipt, after: then } = walked.get('pretend');
    assert.match(first.sentences[1], /^tactful holds 3 rows about you here and last offered Something for garden/);
    assert.equal(first.held.length, 3);
    assert.ok(first.taste.some((row) => row.startsWith('You give garden')));
    assert.equal(said, 'Noted, and read again: You said you would rather have less of garden.');
    assert.ok(corrected[0].includes('less of garden') && corrected[0].includes('changed just now'), corrected[0]);
    assert.equal(undone, '1 row removed; read again: gone.');
    assert.deepEqual(then.said, []);
    assert.match(first.decided[0], /^Offered: Something for garden/);
    assert.equal(receipt, '1 row removed; read again: gone.');
    assert.equal(then.held.length, 2);
    assert.ok(!JSON.stringify(then).includes('searched for'));
  });

  it('is the same in the extension in Chromium, rows and words', only('chromium'), async () => {
    await take('chromium', chromiumExtension);
    assert.deepEqual(walked.get('chromium'), walked.get('pretend'));
  });

  it('is the same in the extension in Firefox, rows and words', only('firefox'), async () => {
    await take('firefox', firefoxExtension);
    assert.deepEqual(walked.get('firefox'), walked.get('pretend'));
  });

  it('is the same in the pretend browser in Firefox', only('firefox'), async () => {
    await take('pretend in firefox', () => pretendBrowser({ home: `${sites.url}browser/`, engine: 'firefox' }));
    assert.deepEqual(walked.get('pretend in firefox'), walked.get('pretend'));
  });
});

describe('[X16] a page without tactful', { timeout: TIMEOUT }, () => {
  let sites;
  before(async () => {
    sites = await serveSites({ headers: {} });
  });
  after(() => sites.close());

  async function lookAt(driver) {
    await driver.open(`${sites.url}fixtures/plain.html`, { ready: false });
    const found = await read(await driver.look());
    assert.deepEqual(found.sentences, [SENTENCE]);
    assert.equal(found.companies.length, 9);
    assert.ok(found.companies.includes('nine.test observed asked: font.nine.test, second.nine.test'));
    assert.ok(found.announced.some((row) => row.startsWith('Event view_item: Garden hose announced by the page')));
    assert.ok(found.announced.some((row) => row.endsWith('as microdata')));
    assert.ok(found.possible.some((row) => row.startsWith('You give Garden')));
    assert.deepEqual(found.stored.slice(0, 2), ['_visitor observed cookie', 'cart observed local storage']);
    assert.deepEqual(found.held, []);
  }

  it('says its sentence in Chromium', only('chromium'), async () => {
    const driver = await chromiumExtension({ args: STRANGER_ARGS });
    try {
      await lookAt(driver);
    } finally {
      await driver.close();
    }
  });

  it('says its sentence in Firefox', only('firefox'), async () => {
    const driver = await firefoxExtension({ prefs: STRANGER_PREFS });
    try {
      await lookAt(driver);
    } finally {
      await driver.close();
    }
  });
});

describe('[X17] the extension in Chromium', { timeout: TIMEOUT, ...only('chromium') }, () => {
  let sites;
  let driver;
  before(async () => {
    if (!engines().includes('chromium')) return;
    sites = await serveSites({ headers: {} });
    driver = await chromiumExtension({ args: STRANGER_ARGS });
  });
  after(async () => {
    await driver?.close();
    await sites?.close();
  });

  const decide = async () => {
    await driver.page.evaluate(() => {
      document.querySelector('#said').textContent = '';
    });
    await driver.page.locator('#decide').click();
    await driver.page.waitForFunction(() => document.querySelector('#said').textContent !== '');
    return driver.page.$eval('#said', (said) => said.textContent);
  };

  it('a row that is forgotten is gone from the profile and from the next decision', async () => {
    await driver.open(visitAt(sites.url));
    const panel = await driver.look();
    assert.match(await decide(), /^garden-/);
    for (const words of ['put in your basket', 'searched for', 'looked at']) await forgetRow(panel, words);
    await panel.waitForFunction(
      () =>
        document.querySelector('tactful-lens').shadowRoot.querySelectorAll('[data-section="taste"] li').length === 0,
    );
    const profile = await driver.page.evaluate(async () => (await globalThis.tactful.profile()).profile.length);
    assert.equal(profile, 0);
    assert.equal(await decide(), 'NOTHING_FITS');
  });

  it('[X25] a line that is corrected changes the profile and the next decision, and undo restores both', async () => {
    await driver.open(visitAt(sites.url));
    // What another test forgot is made again: a store of its own would need another origin.
    await driver.page.evaluate(() => globalThis.tactful.erase({ keep: 'nothing' }));
    await driver.open(visitAt(sites.url));
    const panel = await driver.look();
    await panel.waitForFunction(() =>
      document.querySelector('tactful-lens').shadowRoot.querySelector('[data-section="taste"] li'),
    );
    const stated = () =>
      driver.page.evaluate(async () =>
        (await globalThis.tactful.profile()).profile.filter(({ rule }) => rule === 'stated').map(({ level }) => level),
      );
    assert.match(await decide(), /^garden-/);
    assert.match(await correct(panel, 'Less of garden'), /^Noted, and read again: You said .* less of garden\.$/);
    assert.deepEqual(await stated(), [-1]);
    assert.doesNotMatch(await decide(), /^garden-/);
    assert.equal(await undo(panel), '1 row removed; read again: gone.');
    assert.deepEqual(await stated(), []);
    assert.match(await decide(), /^garden-/);
  });

  it('the panel asks for nothing, and could not if it wanted to', async () => {
    await driver.open(`${sites.url}fixtures/plain.html`, { ready: false });
    const before = sites.asked.length;
    const panel = await driver.look();
    await read(panel);
    const tried = await panel.evaluate(async (url) => {
      const image = new Image();
      const shown = new Promise((resolve) => {
        image.onload = () => resolve('shown');
        image.onerror = () => resolve('refused');
      });
      image.src = `${url}planted.png`;
      const fetched = await fetch(`${url}planted`).then(
        () => 'fetched',
        () => 'refused',
      );
      return [fetched, await shown, navigator.sendBeacon(`${url}planted-beacon`)];
    }, sites.url);
    assert.deepEqual(tried.slice(0, 2), ['refused', 'refused']);
    assert.deepEqual(sites.asked.slice(before), []);
  });

  it('the page sees no mark of the lens', async () => {
    // Also where the page asks for a lens of its own.
    await driver.page.goto(`${sites.url}fixtures/plain.html?tactful-lens`);
    const fingerprint = () =>
      driver.page.evaluate(() => [
        document.documentElement.outerHTML,
        Object.getOwnPropertyNames(globalThis).sort().join(),
        Object.getOwnPropertySymbols(globalThis).length,
      ]);
    const seen = await fingerprint();
    await read(await driver.look());
    assert.deepEqual(await fingerprint(), seen);
  });

  it('after going to another site it asks for a click, and a click is enough', async () => {
    await driver.open(`${sites.url}fixtures/plain.html`, { ready: false });
    const panel = await driver.look();
    await read(panel);
    const elsewhere = new URL(sites.url);
    elsewhere.hostname = 'other.example';
    await driver.page.goto(`${elsewhere}fixtures/plain.html`);
    assert.match(await troubleIn(panel, 'click-icon'), /may not look at this page yet/);
    await driver.click();
    await panel.waitForFunction(
      () => document.querySelector('tactful-lens').shadowRoot.querySelector('[data-sentence]') !== null,
    );
  });

  it("shows the same facts as the shop's own lens", async (t) => {
    const { page } = driver;
    // another port is another origin: nobody has agreed to anything here yet
    const shop = await serveSites();
    t.after(() => shop.close());
    await page.goto(`${shop.url}#/department/garden`);
    await page.locator('tactful-consent >>> [part=agree]').click();
    await page.waitForSelector('a[href^="#/product/"]');
    const products = await page.$$eval('a[href^="#/product/"]', (links) => [...new Set(links.map(({ hash }) => hash))]);
    for (const hash of [...products.slice(0, 3), '#/data']) await goTo(page, hash);
    await page.waitForSelector('tactful-lens');
    const panel = await driver.look();
    const facts = async (place) => {
      const { held, decided, ...all } = await read(place);
      return { held, decided, you: YOU.flatMap((name) => all[name]) };
    };
    // Both are told of a change by the doorbell, each in its own time.
    await eventually(async () => {
      const seen = await facts(panel);
      assert.deepEqual(seen, await facts(page));
      const { held, you } = seen;
      assert.ok(held.filter((row) => row.startsWith('You looked at')).length >= 3, held.join('\n'));
      assert.ok(
        you.some((row) => row.startsWith('You give garden')),
        you.join('\n'),
      );
    });
  });

  it('has no accessibility violations', async () => {
    await driver.open(visitAt(sites.url));
    const panel = await driver.look();
    await read(panel);
    assert.deepEqual(await violations(panel), []);
  });
});

describe('[X18] the pretend browser', { timeout: TIMEOUT }, () => {
  let sites;
  let driver;
  const complaints = [];
  before(async () => {
    sites = await serveSites();
    driver = await pretendBrowser({ home: `${sites.url}browser/`, engine: engines()[0] });
    driver.page.on('pageerror', (error) => complaints.push(String(error)));
    driver.page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  });
  after(async () => {
    await driver?.close();
    await sites.close();
  });

  it('runs under a strict policy, by keyboard, and has no accessibility violations', async () => {
    const { page } = driver;
    await driver.open(visitAt(sites.url));
    await page.waitForSelector('pretend-browser[data-ready]');
    await page.focus('#icon');
    await page.keyboard.press('Enter');
    const frame = await (await page.waitForSelector('iframe[name=panel]')).contentFrame();
    const { held } = await read(frame);
    assert.equal(held.length, 3);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(complaints, []);
  });

  it('says in the other language what to do', async () => {
    const { page } = driver;
    await page.goto(`${sites.url}browser/?lang=nl`);
    await page.waitForSelector('.introduction p');
    assert.match(await page.$eval('.introduction p', (line) => line.textContent), /klik dan op het icoon/);
    assert.equal(await page.$eval('html', (html) => html.lang), 'nl');
  });
});
