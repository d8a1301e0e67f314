import 'axe-core/axe.min.js';
import { expect } from 'chai';
import type { Tactful } from '../client/index.js';
import './index.js';
import type { TactfulWhy } from './index.js';
import { axeFindings, openTestPage, part, partOf, until, type TestPage } from './testing-page.js';

let page: TestPage;

beforeEach(() => {
  page = openTestPage();
});

afterEach(() => page.close());

function place({ scope }: Tactful, told: { decision: string; offer?: string }): TactfulWhy {
  const why = document.createElement('tactful-why');
  why.setAttribute('scope', scope);
  why.setAttribute('decision', told.decision);
  if (told.offer !== undefined) why.setAttribute('offer', told.offer);
  return page.root.appendChild(why);
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const lines = (of: Element): readonly string[] =>
  [...of.querySelectorAll('li')].map(({ textContent }) => plain(textContent));

describe('tactful-why', () => {
  it('[E22] discloses the very reasons of explain(), the rows they rest on and the counts', async () => {
    const tactful = await page.agreed();
    const { id } = await tactful.decide('home');
    const explained = await tactful.explain(id, { level: 'shopper', lang: 'en' });
    const why = place(tactful, { decision: id });
    const button = await partOf(why, 'button');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(await axeFindings(page.root)).to.deep.equal([]);
    button.click();
    const reasons = await partOf(why, 'reasons');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(lines(reasons)).to.deep.equal(explained.reasons.map(({ text }) => plain(text)));
    const rows = lines(await partOf(why, 'rows'));
    expect(rows.join()).to.include('you said what you like: garden/hoses');
    expect(rows).to.have.length(
      new Set(explained.reasons.flatMap(({ evidence }) => evidence.map((event) => event.id))).size,
    );
    const counts = lines(await partOf(why, 'counts'));
    expect(counts).to.include('1 chosen');
    expect(counts).to.have.length(Object.keys(explained.counts).length);
    why.shadowRoot?.querySelector('details')?.setAttribute('open', '');
    expect(await axeFindings(page.root)).to.deep.equal([]);
    button.click();
    await until(() => part(why, 'reasons') === null);
    expect(part(why, 'panel')?.getBoundingClientRect().height).to.equal(0);
  });

  it('[E22] no longer tells what was forgotten in between', async () => {
    const tactful = await page.agreed();
    const { id } = await tactful.decide('home');
    const why = place(tactful, { decision: id });
    (await partOf(why, 'button')).click();
    await partOf(why, 'rows');
    (await partOf(why, 'button')).click();
    await until(() => part(why, 'rows') === null);
    const stated = (await tactful.log({ names: ['preference_stated'] })).map((event) => event.id);
    await tactful.forget({ ids: stated });
    (await partOf(why, 'button')).click();
    await partOf(why, 'reasons');
    expect(part(why, 'panel')?.textContent).not.to.include('garden/hoses');
  });

  it('[E23] tells why nothing was said and until when', async () => {
    const tactful = await page.agreed();
    const until_ = Date.now() + 3_600_000;
    await tactful.declare({ kind: 'quiet', until: until_ });
    const { id, silence } = await tactful.decide('home');
    expect(silence?.reason).to.equal('QUIET_TIME');
    const why = place(tactful, { decision: id });
    (await partOf(why, 'button')).click();
    await partOf(why, 'reasons');
    const end = new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(silence?.until);
    expect(part(why, 'panel')?.textContent).to.include(end);
    expect(await axeFindings(page.root)).to.deep.equal([]);
  });

  it('[E23] tells first why an offer that was named was not the one', async () => {
    const tactful = await page.agreed();
    await tactful.declare({ kind: 'preference', facet: 'category', value: 'house/wood', level: 1 });
    const { id } = await tactful.decide('home');
    const { shortlist } = await tactful.explain(id);
    expect(shortlist.find(({ offerId }) => offerId === 'offer-wood')?.verdict).to.equal('OUTSCORED');
    const why = place(tactful, { decision: id, offer: 'offer-wood' });
    (await partOf(why, 'button')).click();
    expect((await partOf(why, 'verdict')).textContent).to.equal('something else suited you better');
  });

  it('[E24] says in words that the reasons cannot be read', async () => {
    const tactful = await page.agreed();
    const why = place(tactful, { decision: 'no-such-decision' });
    (await partOf(why, 'button')).click();
    await until(() => part(why, 'panel')?.textContent.includes('cannot be read just now'));
    expect(await axeFindings(page.root)).to.deep.equal([]);
  });

  it('[E15] speaks Dutch where the page does', async () => {
    page.root.lang = 'nl';
    const tactful = await page.agreed();
    const { id } = await tactful.decide('home');
    const why = place(tactful, { decision: id });
    const button = await partOf(why, 'button');
    expect(button.textContent.trim()).to.equal('Waarom dit?');
    button.click();
    const explained = await tactful.explain(id, { level: 'shopper', lang: 'nl' });
    expect(lines(await partOf(why, 'reasons'))).to.deep.equal(explained.reasons.map(({ text }) => plain(text)));
    expect(part(why, 'panel')?.textContent).to.include('je zei waar je van houdt');
  });

  it('[E2] shows nothing on a page without tactful', async () => {
    const why = document.createElement('tactful-why');
    why.setAttribute('scope', 'nobody-creates-this');
    why.setAttribute('decision', 'd');
    page.root.append(why);
    await why.updateComplete;
    expect(part(why, 'button') === null).to.equal(true);
  });
});
