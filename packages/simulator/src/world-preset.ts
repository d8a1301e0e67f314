/** The four worlds that every policy is tried in: the essays', and three that could prove them wrong. */
export const WORLD_NAMES = ['essays', 'sceptic', 'misspecified', 'nullAnnoyance'] as const;

/** One of {@link WORLD_NAMES}. */
export type WorldName = (typeof WORLD_NAMES)[number];

/** How people react to being spoken to. Every number is elicited (science 11.2, 11.5). */
export interface World {
  readonly name: WorldName;
  /** How much of what people say in surveys about leaving they do: 1 all of it. */
  readonly statedToActual: number;
  /** Whether anything annoys anybody. */
  readonly annoys: boolean;
  /** What one exposure, halving after so many days, takes from how welcome the next is. */
  readonly wear: { readonly slope: number; readonly halfLifeDays: number };
  readonly link: 'logit' | 'probit';
  /** Scale of Student's t with 3 degrees of freedom by which people differ from what the formulas say. */
  readonly tails: number;
}

const ESSAYS: World = {
  name: 'essays',
  statedToActual: 1,
  annoys: true,
  wear: { slope: 0.4, halfLifeDays: 7 },
  link: 'logit',
  tails: 0,
};

/** The worlds by name. In `nullAnnoyance` nobody minds and nothing wears out: whoever shouts most must win there. */
export const WORLDS: Readonly<Record<WorldName, World>> = {
  essays: ESSAYS,
  sceptic: { ...ESSAYS, name: 'sceptic', statedToActual: 0.5 },
  misspecified: {
    ...ESSAYS,
    name: 'misspecified',
    wear: { slope: 0.25, halfLifeDays: 14 },
    link: 'probit',
    tails: 0.35,
  },
  nullAnnoyance: { ...ESSAYS, name: 'nullAnnoyance', annoys: false, wear: { slope: 0, halfLifeDays: 7 } },
};

/** Shares of averse, pragmatic and open shoppers, by survey (science 11.1). No label is ever put on a person. */
export const PRIVACY_MIXES = {
  essays: [0.15, 0.7, 0.15],
  westin2003: [0.26, 0.64, 0.1],
  westinClassic: [0.25, 0.57, 0.18],
  ddma2023: [0.22, 0.42, 0.36],
} as const;

/** One of {@link PRIVACY_MIXES}. */
export type PrivacyMix = keyof typeof PRIVACY_MIXES;
