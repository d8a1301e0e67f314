/** Where a pack comes from: the text itself, and what it says in short. */
export interface NormSource {
  readonly name: string;
  readonly url: string;
  /** A summary, not advice, and it says so. */
  readonly summary: string;
}

const EPRIVACY: NormSource = {
  name: 'Directive 2002/58/EC on privacy and electronic communications, article 13',
  url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
  summary:
    'Summary, not advice: messages that sell by e-mail, text or automatic call need consent beforehand; customers may be written to about similar products until they object; each country decides about other calls.',
};

const UNFAIR_PRACTICES: NormSource = {
  name: 'Directive 2005/29/EC on unfair commercial practices, annex I, point 7',
  url: 'https://eur-lex.europa.eu/eli/dir/2005/29/oj',
  summary:
    'Summary, not advice: to say falsely that something is to be had for a very short time only, so that people decide at once, is always unfair.',
};

/** The sources of the shipped packs, by the country of the pack. */
export const NORM_SOURCES: Readonly<Record<string, readonly NormSource[]>> = {
  strict: [
    EPRIVACY,
    UNFAIR_PRACTICES,
    {
      name: 'Décret n° 2022-1313 du 13 octobre 2022',
      url: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000046421823',
      summary:
        'Summary, not advice: the hours and the number of calls are those of the French decree, the strictest that ships.',
    },
  ],
  NL: [
    {
      name: 'Telecommunicatiewet, artikel 11.7',
      url: 'https://wetten.overheid.nl/BWBR0009950/',
      summary:
        'Summary, not advice: e-mail, text and other electronic messages that sell need consent beforehand, from consumers and businesses; so do calls to people since 1 July 2021, since 1 July 2026 even to customers; customers may be written to about similar products of the shop itself, with a way to object in each message.',
    },
    {
      name: 'Nederlandse Reclame Code, Code Telemarketing',
      url: 'https://www.reclamecode.nl/',
      summary:
        'Summary, not advice: calls that sell on weekdays from nine to ten in the evening, on Saturdays from ten to four, not on Sundays and public holidays, until half past six on 4 May, 5 December and 24 December.',
    },
    UNFAIR_PRACTICES,
  ],
  DE: [
    {
      name: 'Gesetz gegen den unlauteren Wettbewerb, § 7',
      url: 'https://www.gesetze-im-internet.de/uwg_2004/__7.html',
      summary:
        'Summary, not advice, unreviewed: calls to consumers and electronic messages that sell need express consent beforehand; customers may be written to about similar products until they object; for calls to businesses presumed consent is enough.',
    },
  ],
  FR: [
    {
      name: 'Décret n° 2022-1313 du 13 octobre 2022 (Code de la consommation, article D. 223-9)',
      url: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000046421823',
      summary:
        'Summary, not advice, unreviewed: calls that sell on Monday to Friday from ten to one and from two to eight, local time of the consumer, not on public holidays, at most four in 30 days by one business, none for 60 days after a refusal; express consent lifts the hours. Later law asks for consent before any call.',
    },
    {
      name: 'Code des postes et des communications électroniques, article L. 34-5',
      url: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070987/',
      summary:
        'Summary, not advice, unreviewed: electronic messages that sell to people need consent beforehand; customers may be written to about similar products until they object.',
    },
  ],
  GB: [
    {
      name: 'Privacy and Electronic Communications (EC Directive) Regulations 2003, regulations 21 and 22',
      url: 'https://www.legislation.gov.uk/uksi/2003/2426/contents',
      summary:
        'Summary, not advice, unreviewed: electronic messages that sell to people need consent beforehand; customers may be written to about similar products until they object; nobody who said no to calls, or is on the register, is called.',
    },
  ],
};
