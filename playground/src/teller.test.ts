import { expect } from 'chai';
import { newTeller } from './teller.js';

const event = (name: string) => ({ name, params: {} });

function listening(): { readonly heard: string[]; readonly track: (name: string) => void } {
  const heard: string[] = [];
  return { heard, track: (name) => heard.push(name) };
}

describe('[G10] telling tactful', () => {
  it('keeps what happened before it came, in order, and then tells in the same task', () => {
    const teller = newTeller();
    const listener = listening();
    teller.tell([event('page_view'), event('view_item')]);
    teller.connect(listener);
    expect(listener.heard).to.deep.equal(['page_view', 'view_item']);
    teller.tell([event('add_to_cart')]);
    expect(listener.heard).to.deep.equal(['page_view', 'view_item', 'add_to_cart']);
  });

  it('keeps no more than forty, the latest', () => {
    const teller = newTeller();
    const listener = listening();
    for (let count = 1; count <= 50; count += 1) teller.tell([event(String(count))]);
    teller.connect(listener);
    expect(listener.heard).to.have.length(40);
    expect(listener.heard[0]).to.equal('11');
  });

  it('forgets everything when there is nobody to tell', () => {
    const teller = newTeller();
    teller.tell([event('page_view')]);
    teller.connect(undefined);
    teller.tell([event('view_item')]);
    const listener = listening();
    teller.connect(listener);
    expect(listener.heard).to.deep.equal([]);
  });
});
