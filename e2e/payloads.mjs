// Texts that would run, load or break something where they became markup, an address or a style. `pwn()` is what they call,
// `/pwn` what they ask for.

const MARKUP = [
  '<script>pwn()</script>',
  '<script src=/pwn></script>',
  '<img src=x onerror=pwn()>',
  '<img src=/pwn>',
  '<img srcset="/pwn 1x">',
  '<picture><source srcset=/pwn><img></picture>',
  '<svg onload=pwn()>',
  '<svg><script>pwn()</script></svg>',
  '<svg><image href=/pwn></svg>',
  '<svg><use href=/pwn#x></use></svg>',
  '<svg><animate onbegin=pwn() attributeName=x dur=1s>',
  '<math><mtext><img src=x onerror=pwn()></mtext></math>',
  '<iframe src=/pwn></iframe>',
  '<iframe srcdoc="<script>parent.pwn()</script>"></iframe>',
  '<iframe src="javascript:parent.pwn()"></iframe>',
  '<object data=/pwn></object>',
  '<embed src=/pwn>',
  '<link rel=stylesheet href=/pwn>',
  '<link rel=prefetch href=/pwn>',
  '<style>@import "/pwn";</style>',
  '<style>*{background:url(/pwn)}</style>',
  '<p style="background:url(/pwn)">x</p>',
  '<video src=/pwn autoplay></video>',
  '<video><source src=x onerror=pwn()></video>',
  '<audio src=x onerror=pwn()>',
  '<input autofocus onfocus=pwn()>',
  '<details open ontoggle=pwn()>',
  '<body onload=pwn()>',
  '<marquee onstart=pwn()>',
  '<form action=/pwn><input type=submit></form>',
  '<a href="javascript:pwn()">x</a>',
  '<meta http-equiv=refresh content="0;url=/pwn">',
  '<base href=/pwn/>',
  '<template shadowrootmode=open><img src=/pwn></template>',
  '<slot></slot><slot name=x></slot>',
  '<tactful-offer placement=home></tactful-offer>',
  '<tactful-why></tactful-why>',
  '<!--?lit$000000000$--><img src=/pwn>',
  '<?lit$000000000$?><img src=x onerror=pwn()>',
  '${pwn()}',
  '{{constructor.constructor("pwn()")()}}',
];

const ADDRESSES = [
  'javascript:pwn()',
  'JaVaScRiPt:pwn()',
  'java\tscript:pwn()',
  'java\nscript:pwn()',
  '\u0001javascript:pwn()',
  ' javascript:pwn()',
  'javascript://x%0apwn()',
  'data:text/html,<script>pwn()</script>',
  'data:text/javascript,pwn()',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="pwn()"><image href="/pwn"/></svg>',
  'data:image/png,x" onerror="pwn()',
  'image:/pwn',
  'image:x" onerror="pwn()',
  'vbscript:pwn()',
  'blob:null/pwn',
  'file:///pwn',
  'view-source:javascript:pwn()',
  '/pwn" onerror="pwn()" x="',
  'x onerror=pwn()',
  'url(/pwn)',
  'expression(pwn())',
];

const TEXTS = [
  '__proto__',
  'constructor',
  'prototype',
  '\u202e\u2066pwn\u2069',
  'Z\u0300\u0301\u0302\u0303\u0304\u0305',
  '\ud800',
];

const BASES = [...MARKUP, ...ADDRESSES, ...TEXTS];

// How a text gets out of where it was put, or past whoever looks for it.
const DISGUISES = [
  (text) => text,
  (text) => `">${text}`,
  (text) => `'>${text}`,
  (text) => `</p></span></a>${text}`,
  (text) => `--></title></style></textarea>${text}`,
  (text) => text.toUpperCase().replaceAll('PWN', 'pwn'),
  (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => text.replaceAll('<', '<\u0000'),
];

const ALL = DISGUISES.flatMap((disguise) => BASES.map(disguise));

/** So many hostile texts, the same for the same number, spread over every kind. */
export const payloads = (count) =>
  Array.from({ length: count }, (_, index) => ALL[Math.floor((index * ALL.length) / count)]);

const offerOf = ({ language = 'en', title, text, label, url, image, way, id }) => ({
  offerId: id,
  way: { en: way },
  content: { [language]: { title, text, action: { label, url }, image } },
});

const BENIGN = {
  title: 'A hose',
  text: 'Of rubber.',
  label: 'Look',
  url: '/p/x',
  image: 'data:image/png;base64,AA==',
  way: 'Aisle 3',
  id: 'hose',
};

/** An offer in which every field holds something to show. */
export const BENIGN_OFFER = offerOf(BENIGN);

/** The fields into which the texts are put. */
export const FIELDS = [...Object.keys(BENIGN), 'image after its type', 'language'];

/**
 * Offers in which every text stands once in every field: two for a text. In the first every field of the card holds a
 * hostile text, each another one; in the second the language, and the picture after its type.
 */
export const hostileOffers = (texts) =>
  texts.flatMap((text, index) => {
    const turned = (by) => texts[(index + by) % texts.length];
    const [title, words, label, url, image, way, id] = [0, 1, 2, 3, 5, 7, 11].map(turned);
    return [
      offerOf({ title, text: words, label, url, image, way, id }),
      offerOf({ ...BENIGN, language: text, image: `data:image/png;base64,${text}` }),
    ];
  });
