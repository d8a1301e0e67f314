import { expect } from 'chai';
import { RSS_FEED } from '../test/small-feeds.js';
import { unbalancedTag } from './xml-balance.js';

describe('unbalancedTag', () => {
  it('[S48] names the tag that does not fit', () => {
    expect(unbalancedTag('<a><b></a></b>')).to.equal('a');
    expect(unbalancedTag('<a><b>')).to.equal('b');
    expect(unbalancedTag('</a>')).to.equal('a');
  });

  it('[S48] passes over comments, CDATA, instructions, empty tags and attributes', () => {
    const text = '<?xml a="<b>"?><a x="1"><!-- <b> --><c/><d y=\'2\' /><![CDATA[<e>]]></a>';
    expect([unbalancedTag(text), unbalancedTag(RSS_FEED)]).to.deep.equal([undefined, undefined]);
  });
});
