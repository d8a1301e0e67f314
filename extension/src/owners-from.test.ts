import { expect } from 'chai';
import { ownersFrom } from './owners-from.js';

const ownerOf = ownersFrom([
  { name: 'Measure', category: 'analytics', domains: ['*.measure.example', 'measure.cdn.example'] },
  { name: 'Files', category: 'cdn', domains: ['*.cdn.example'] },
]);

describe('ownersFrom', () => {
  it('[X12] names companies from the list, with what they do; the host before the domain', () => {
    expect(ownerOf('www.measure.example')).to.deep.equal({
      key: 'company Measure',
      name: 'Measure',
      category: 'analytics',
      domain: 'measure.example',
    });
    expect(ownerOf('measure.example')).to.include({ name: 'Measure' });
    expect(ownerOf('measure.cdn.example')).to.include({ name: 'Measure' });
    expect(ownerOf('other.cdn.example')).to.include({ name: 'Files' });
  });

  it('[X12] shows the plain domain of whom the list does not know, by the public suffix list', () => {
    expect(ownerOf('static.shop.co.uk')).to.deep.equal({ key: 'domain shop.co.uk', domain: 'shop.co.uk' });
    expect(ownerOf('img.shop.test').domain).to.equal('shop.test');
    expect(ownerOf('127.0.0.1').domain).to.equal('127.0.0.1');
    expect(ownerOf('localhost').domain).to.equal('localhost');
  });

  it('[X12] a name that only ends like a listed one is another company', () => {
    expect(ownerOf('notmeasure.example')).not.to.have.property('name');
    expect(ownerOf('www.measure.cdn.example')).to.include({ name: 'Files' });
  });
});
