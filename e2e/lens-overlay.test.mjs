import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, launch, newPage } from './launch.mjs';
import { serveSites } from './lens-sites.mjs';

const TIMEOUT = 60_000;

describe('[X26] the shop with ?tactful-lens', { timeout: TIMEOUT }, () => {
  let sites;
  let browser;
  before(async () => {
    sites = await serveSites();
    browser = await launch(engines()[0]);
  });
  after(async () => {
    await browser?.close();
    await sites?.close();
  });

  it('has the lens over it, under its strict policy, and without the parameter none', async () => {
    const page = await newPage(browser);
    // Room for both: in a narrow window the lens lies over the foot of the page, and so over the question.
    await page.setViewport({ width: 1280, height: 800 });
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${sites.url}?tactful-lens#/`);
    const text = await page.waitForSelector('tactful-lens-overlay >>> tactful-lens >>> #panel-you');
    assert.match(await text.evaluate((panel) => panel.textContent), /Before you agree nothing is kept/);
    await page.locator('tactful-consent >>> [part=agree]').click();
    await page.waitForSelector('tactful-lens-overlay >>> tactful-lens >>> #tab-log');
    await page.locator('tactful-lens-overlay >>> button').click();
    await page.waitForFunction(() => document.querySelector('tactful-lens-overlay') === null);
    assert.deepEqual(complaints, []);
    await page.goto(`${sites.url}#/`);
    await page.reload();
    await page.waitForSelector('tactful-offer');
    assert.equal(await page.$('tactful-lens-overlay'), null);
  });
});
