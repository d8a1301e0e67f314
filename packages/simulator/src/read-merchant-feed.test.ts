import { expect } from 'chai';
import { ATOM_FEED, RSS_FEED } from '../test/small-feeds.js';
import { MAX_FEED, readMerchantFeed } from './read-merchant-feed.js';

const item = (inside: string): string => `<rss><channel><item>${inside}</item></channel></rss>`;
const read = (text: string): ReadonlyMap<string, string> | undefined => readMerchantFeed(text, 'f').rows[0]?.columns;

describe('readMerchantFeed', () => {
  it('[S47] reads RSS: Google names before others, entities once, CDATA as it stands', () => {
    const { kind, rows } = readMerchantFeed(RSS_FEED, 'f');
    expect([kind, rows.length, rows[1]?.path]).to.deep.equal(['merchant-feed', 4, 'item[1]']);
    expect(Object.fromEntries(rows[0]?.columns ?? [])).to.include({
      title: 'Garden hose, 20 m',
      link: 'https://shop.example/hose?a=1&b=2',
      product_type: 'Garden > Hoses',
    });
    expect(rows[3]?.columns.get('title')).to.equal('Tape & "glue" &amp; more');
    expect(rows[3]?.columns.get('description')).to.equal('<b> \u20ac \u20ac &lt; &unknown;');
  });

  it('[S47] reads Atom, with addresses in href', () => {
    const { rows } = readMerchantFeed(ATOM_FEED, 'f');
    expect([rows.length, rows[0]?.path]).to.deep.equal([1, 'entry[0]']);
    expect(Object.fromEntries(rows[0]?.columns ?? [])).to.include({
      title: 'Garden hose, 20 m',
      link: 'https://shop.example/hose',
    });
  });

  it('[S47] takes the first of several that says something, and numbers stay texts', () => {
    const columns = read(item('<g:id>007</g:id><g:product_type></g:product_type><g:product_type>A</g:product_type>'));
    expect([...(columns ?? [])]).to.deep.equal([
      ['id', '007'],
      ['product_type', 'A'],
    ]);
  });

  it('[S48] refuses what could grow, nest or pollute, in one line that names the file', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + item('<g:id>&b;</g:id>');
    const deep = item('<a>'.repeat(50) + '</a>'.repeat(50));
    const wrong: readonly (readonly [string, RegExp])[] = [
      [bomb, /^f: a feed with a DOCTYPE/],
      [`<?xml version="1.0"?>\n<!doctype rss SYSTEM "file:///etc/passwd">${item('')}`, /^f: a feed with a DOCTYPE/],
      [deep, /^f: not XML: /],
      [item('<g:id>1</g:title>'), /^f: not XML: /],
      ['<rss><channel><item>', /^f: not XML: /],
      ['<html><body/></html>', /^f: no Merchant feed: /],
      [' '.repeat(MAX_FEED + 1), /^f: \d+ characters; at most /],
    ];
    for (const [text, message] of wrong) {
      expect(() => readMerchantFeed(text, 'f'), text.slice(0, 80)).to.throw(message);
      try {
        readMerchantFeed(text, 'f');
      } catch (error) {
        expect((error as Error).message).not.to.include('\n');
      }
    }
  });

  it('[S48] a tag named like the prototype changes nothing', () => {
    try {
      readMerchantFeed(item('<__proto__><polluted>yes</polluted></__proto__><constructor>x</constructor>'), 'f');
    } catch (error) {
      expect((error as Error).message).to.match(/^f: not XML: /);
    }
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('[S48] a numeric entity beyond the characters stays as it stands', () => {
    expect(read(item('<g:title>&#0; &#x110000; &#9999999; &#65;</g:title>'))?.get('title')).to.equal(
      '&#0; &#x110000; &#9999999; A',
    );
  });
});
