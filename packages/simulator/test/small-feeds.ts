/** A feed of four made-up products as RSS 2.0: one plain, one reduced, one not available, one with CDATA and entities. */
export const RSS_FEED: string = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Torvink</title>
<item><g:id>hose</g:id><title>A title that is not Google's</title><g:title>Garden hose, 20 m</g:title>
  <g:description>Does not kink.</g:description><g:link>https://shop.example/hose?a=1&amp;b=2</g:link>
  <g:price>24.95 EUR</g:price><g:availability>in_stock</g:availability><g:brand>Torvink</g:brand>
  <g:product_type>Garden &gt; Hoses</g:product_type><g:color>Green</g:color><g:gender>male</g:gender></item>
<item><g:id>drill</g:id><g:title>Cordless drill</g:title><g:price>100.00 EUR</g:price>
  <g:sale_price>80.00 EUR</g:sale_price><g:lowest_price_30d>100.00 EUR</g:lowest_price_30d>
  <g:sale_price_effective_date>2026-06-01T00:00+0200/2026-06-08T00:00+0200</g:sale_price_effective_date>
  <g:availability>in stock</g:availability><g:product_type>Tools</g:product_type>
  <g:cost_of_goods_sold>60.00 EUR</g:cost_of_goods_sold><link>https://shop.example/drill</link></item>
<item><g:id>saw</g:id><g:title>Hand saw</g:title><g:price>9 EUR</g:price><g:availability>out_of_stock</g:availability></item>
<item><g:id>tape</g:id><g:title><![CDATA[Tape & "glue" &amp; more]]></g:title><g:price>3.50 EUR</g:price>
  <g:description>&lt;b&gt; &#8364; &#x20AC; &amp;lt; &unknown;</g:description></item>
</channel></rss>`;

/** One of them as Atom. */
export const ATOM_FEED: string = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">
<title>Torvink</title><link rel="self" href="https://shop.example"/>
<entry><g:id>hose</g:id><title>Garden hose, 20 m</title><summary>Does not kink.</summary>
<link href="https://shop.example/hose"/><g:price>24.95 EUR</g:price></entry></feed>`;

/** Two of them as Google's file with tabs. */
export const TSV_FEED: string = [
  'id\ttitle\tdescription\tlink\tprice\tavailability\tsale price\tproduct type',
  'hose\tGarden hose, 20 m\tDoes not kink.\thttps://shop.example/hose\t24.95 EUR\tin stock\t\tGarden > Hoses',
  'drill\tCordless drill\tTurns.\thttps://shop.example/drill\t100.00 EUR\tin stock\t80.00 EUR\tTools',
].join('\n');
