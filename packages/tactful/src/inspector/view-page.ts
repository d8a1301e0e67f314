import type { AnnouncedRow, CompanyRow, PageReport, StoredRow } from './lens-source.js';
import type { ViewRow, ViewSection } from './lens-view.js';
import type { OwnSection } from './lens-words.js';
import { fill, siteText, type Phrase } from './phrase.js';
import type { Wording } from './view-event.js';
import { viewProfileRow } from './view-profile-row.js';

function viewCompany({ id, provenance, name, category, hosts }: CompanyRow, { words }: Wording): ViewRow {
  const kind = Object.entries(words.company.category).find(([known]) => known === category)?.[1];
  const asked = hosts.flatMap((host, index): Phrase => [...(index === 0 ? [] : [', ']), ...siteText(host)]);
  return {
    key: id,
    what: siteText(name),
    provenance,
    details: [...(kind === undefined ? [] : [[kind]]), fill(words.company.hosts, { hosts: asked })],
  };
}

function viewAnnounced(
  { id, by, event, name, price, brand, category }: AnnouncedRow,
  { words, format }: Wording,
): ViewRow {
  const { announcedBy } = words;
  const about = name === undefined ? undefined : siteText(name);
  const template = about ? announcedBy.event : announcedBy.event.replace(/: \{name\}$/, '');
  const what =
    event === undefined
      ? fill(announcedBy.product, { name: about })
      : fill(template, { event: siteText(event), name: about });
  const facts = [
    ...(price ? [format.amount(price)] : []),
    ...(brand === undefined ? [] : [brand]),
    ...(category ? [category.join(' › ')] : []),
  ];
  return { key: id, what, provenance: 'announced', details: [...facts.map(siteText), [announcedBy.source[by]]] };
}

function viewStored({ id, place, name }: StoredRow, { words }: Wording): ViewRow {
  return { key: id, what: siteText(name), provenance: 'observed', details: [[words.place[place]]] };
}

/** A page in one sentence: whom it told, and what it announces. */
export function pageSentence({ companies, announced, product }: PageReport, { words, format }: Wording): Phrase {
  const { sentence } = words;
  const told = companies.length === 0 ? sentence.toldNobody : sentence.told(companies.length);
  const price = product?.price ? format.amount(product.price) : undefined;
  const events = announced.some(({ event }) => event !== undefined);
  const announces = product
    ? fill(price === undefined ? sentence.announces : sentence.announcesPriced, {
        product: siteText(product.name),
        price: siteText(price ?? ''),
      })
    : [events ? sentence.announcesEvents : sentence.announcesNothing];
  return [`${told}; `, ...announces];
}

/** Who was told, what is announced, what could be concluded, and the names of what is stored. */
export function viewPage(page: PageReport, wording: Wording): readonly ViewSection[] {
  const { words } = wording;
  const announced = page.announced.map((row) => viewAnnounced(row, wording));
  const byId = new Map(announced.map((row) => [row.key, row]));
  const section = (name: OwnSection, rows: readonly ViewRow[], more: readonly Phrase[] = []): ViewSection => {
    const { title, note, empty } = words.section[name];
    return { name, tab: 'page', title, notes: [[note], ...more], empty, rows };
  };
  return [
    section(
      'companies',
      page.companies.map((company) => viewCompany(company, wording)),
      [[words.blind]],
    ),
    section('announced', announced),
    section(
      'possible',
      page.concluded
        .filter(({ kind }) => kind !== 'withheld')
        .map((row) =>
          viewProfileRow(row, {
            ...wording,
            key: 'possible',
            currency: 'EUR',
            offset: 0,
            title: () => '',
            evidence: row.evidence.flatMap((id) => byId.get(id) ?? []),
          }),
        ),
    ),
    section(
      'stored',
      page.stored.map((row) => viewStored(row, wording)),
    ),
  ];
}
