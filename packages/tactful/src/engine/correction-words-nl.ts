import type { CorrectionWords } from './profile-words.js';

/** Dutch, for every action of the shopper. */
export const CORRECTION_WORDS_NL: CorrectionWords = {
  preference: {
    '-2': 'Helemaal geen {thing}',
    '-1': 'Minder van {thing}',
    '0': 'Neem terug wat ik zei over {thing}',
    '1': 'Meer van {thing}',
    '2': 'Veel meer van {thing}',
  },
  never: 'Laat {thing} nooit zien',
  relationship: { chosen: 'Doe zo: {type}', none: 'Geen van deze' },
  channel: { allowed: 'Berichten {channel} mogen', refused: 'Geen berichten {channel}' },
  quiet: { until: 'Stil tot {until}', end: 'Beëindig de stilte' },
  mode: {
    paused: 'Zet persoonlijke aanbiedingen stil',
    quiet: 'Zeg weinig',
    normal: 'Het gewone aantal aanbiedingen',
    show_me: 'Laat weer aanbiedingen zien',
  },
  intent: 'Ik ben hier {intent}',
  goal: { one: 'Ik zoek {value}', none: 'Ik zoek niets in het bijzonder' },
  visit: { gift: 'Dit bezoek is voor een cadeau', not_me: 'Dit was ik niet', person: 'Dit bezoek is voor {value}' },
  life: 'Vertel de winkel: {value}',
  consent: 'Zeg ja tegen {value}',
  forget: { one: 'Vergeet de regel waar het op rust', other: 'Vergeet de {n} regels waar het op rust' },
  task: 'Dat is klaar: {value}',
  resolve: 'Mijn klacht is opgelost: {value}',
  next_visit: 'Wacht op het volgende bezoek',
  conflict: { says: 'Wat ik zeg telt', does: 'Wat ik doe telt', later: 'Later beslissen' },
};
