import { expect } from 'chai';
import { defaultPurposes } from 'tactful/engine';
import { readEvents, type EventsReading } from './read-events.js';

const read = (text: string): EventsReading =>
  readEvents(text, { purposes: defaultPurposes(), consent: { personalization: 'in' } });
const view = { name: 'view_item', at: 1000, params: { currency: 'EUR', items: [{ item_id: 'hose', price: 24.95 }] } };

const FULL = {
  id: 'tab:7',
  at: 1000,
  offset: 120,
  name: 'view_item',
  origin: 'observed',
  purpose: 'personalization',
  v: 1,
  params: { items: [{ item_id: 'hose', price: 2495 }] },
};

describe('reading events', () => {
  it('[S5] JSON lines and a JSON array give the same rows', () => {
    const lines = read(`${JSON.stringify(view)}\n\n${JSON.stringify({ ...view, at: 2000, offset: 120 })}\n`);
    expect(lines.refused).to.deep.equal([]);
    expect(lines.events.map(({ at, offset }) => [at, offset])).to.deep.equal([
      [1000, 0],
      [2000, 120],
    ]);
    const array = read(JSON.stringify([view, { ...view, at: 2000, offset: 120 }]));
    expect(array.events.map(({ params }) => params)).to.deep.equal(lines.events.map(({ params }) => params));
    expect(array.events.map(({ at, offset }) => [at, offset])).to.deep.equal(
      lines.events.map(({ at, offset }) => [at, offset]),
    );
  });

  it('[S6] a row as a page sends it passes the gate: decimal prices become minor units', () => {
    const [event] = read(JSON.stringify([view])).events;
    expect(event?.params['items']).to.deep.equal([{ item_id: 'hose', price: 2495 }]);
    expect(event?.purpose).to.equal('personalization');
  });

  it('[S6] a full row is taken as it is: its amounts are in minor units already', () => {
    expect(read(JSON.stringify(FULL)).events).to.deep.equal([FULL]);
  });

  it('[S6] what the shopper said can be replayed too', () => {
    const said = { name: 'never_stated', at: 1, params: { category: 'garden' } };
    expect(read(JSON.stringify(said)).events[0]?.origin).to.equal('declared');
  });

  it('[S7] a bad row is refused by number and rule, never by its value, and the rest lives', () => {
    const secret = 'mx-secret-mx';
    const bad = [
      `{"name": "view_item", "${secret}`,
      JSON.stringify(secret),
      JSON.stringify({ name: secret, at: 1 }),
      JSON.stringify({ name: 'view_item', at: secret }),
      JSON.stringify({ name: 'view_item', at: 1, offset: 900 }),
      JSON.stringify({ name: 'view_item', at: 1, params: { items: secret } }),
      JSON.stringify({ id: secret, v: 1, name: 'view_item', at: 1 }),
      JSON.stringify({ id: 'tab:1', v: 2, name: 'view_item', at: 1 }),
      JSON.stringify({ name: 'page_view', at: 9e15 }),
      JSON.stringify({ ...FULL, params: { items: [secret] } }),
    ];
    const { events, refused } = read([...bad, JSON.stringify(view)].join('\n'));
    expect(events).to.have.length(1);
    expect(refused).to.deep.equal([
      { row: 1, why: 'not JSON' },
      { row: 2, why: 'not an object' },
      { row: 3, why: 'name: unknown event' },
      { row: 4, why: 'at: not a number of milliseconds since the epoch' },
      { row: 5, why: 'offset: beyond 840 minutes' },
      { row: 6, why: 'items: not a list' },
      { row: 7, why: 'id: not replica:counter' },
      { row: 8, why: 'v: not 1, the version that is known here' },
      { row: 9, why: 'at: beyond what a date can hold' },
      { row: 10, why: 'params.items[0]: not an object' },
    ]);
    expect(JSON.stringify(refused)).not.to.contain(secret);
  });
});
