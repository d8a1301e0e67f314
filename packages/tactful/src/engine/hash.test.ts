import { expect } from 'chai';
import { canonicalJson, fingerprint } from './hash.js';

describe('hash', () => {
  it('[P2] equal data is equal text, whatever the order of its keys', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }] })).to.equal('{"a":[{"c":"x","d":null}],"b":1}');
    expect(canonicalJson({ a: -0 })).to.equal(canonicalJson({ a: 0 }));
  });

  it('[P2] a list keeps its order', () => {
    expect(canonicalJson([2, 1])).to.equal('[2,1]');
  });

  it('[P2] a fingerprint is 16 hexadecimal digits and tells versions apart', () => {
    expect(fingerprint({ a: 1, b: 2 })).to.equal(fingerprint({ b: 2, a: 1 }));
    expect(fingerprint({ a: 1 })).to.match(/^[0-9a-f]{16}$/);
    expect(new Set([{}, [], '', 'a', 0, null, { a: 1 }, { a: 2 }].map((each) => fingerprint(each))).size).to.equal(8);
  });

  it('[P2] the first half is FNV-1a of 32 bits over the text, as another program computed it', () => {
    // the text hashed is "a" with its quotes
    expect(fingerprint('a').slice(0, 8)).to.equal('61a1cfea');
  });
});
