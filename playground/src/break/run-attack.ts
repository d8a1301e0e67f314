import type { Attack } from './attacks.js';
import type { OpenTab } from './open-tab.js';
import type { Tab } from './tab-protocol.js';
import type { Found, Run } from './tally.js';

/** What an attack is told about the page that shows it. */
export interface Stage {
  readonly open: () => Promise<OpenTab>;
  /** Says what is done now, and how much of it. */
  readonly progress: (step: Step, done: number, of: number) => void;
  /** The number of the next click. */
  readonly next: () => number;
}

/** What is done at one moment of an attack. */
export type Step = 'open' | 'click' | 'attack' | 'again';

const CLICKS = 4;
/** Longer than a slow browser takes to leave a page. */
const BUSY_MS = 1500;
const SECOND_MS = 1000;
/** How long somebody would wait for an answer. */
const ASK_MS = 4000;

interface Deed {
  readonly tab: Tab;
  /** Clicks this often, on something else each time; the experiment's clock goes on by a second with each. */
  readonly click: (times: number) => void;
  /** Turns the experiment's clock back to where it was when the attack began. */
  readonly turnBack: () => void;
  readonly attacks: () => void;
}

type Attacks = Readonly<Record<Exclude<Attack, 'close'>, (deed: Deed) => Promise<Partial<Run>>>>;

const ATTACK: Attacks = {
  none: async ({ click, tab }) => {
    click(CLICKS);
    await tab.settle();
    return {};
  },
  kill: async ({ click, tab, attacks }) => {
    click(2);
    await tab.settle();
    attacks();
    await tab.kill();
    click(CLICKS);
    await tab.settle();
    return { answeredIn: (await tab.ask(ASK_MS)) ?? null };
  },
  full: async ({ click, tab, attacks }) => {
    click(2);
    await tab.settle();
    attacks();
    await tab.fill(true);
    click(3);
    await tab.settle();
    await tab.fill(false);
    click(2);
    await tab.settle();
    return {};
  },
  clock: async ({ click, tab, attacks, turnBack }) => {
    click(3);
    await tab.settle();
    attacks();
    turnBack();
    click(3);
    await tab.settle();
    return {};
  },
  beacon: async ({ click, tab, attacks }) => {
    click(2);
    await tab.settle();
    attacks();
    return { beacons: await tab.plant() };
  },
};

/** Clicks with numbers that no other attack has, a second after another. */
function newClicker(next: Stage['next'], from: number) {
  const items: string[] = [];
  let at = from;
  return {
    items,
    turnBack: () => {
      at = from;
    },
    clicker:
      (tab: Tab) =>
      (times: number): void => {
        for (let time = 0; time < times; time++) {
          const item = `click-${String(next())}`;
          items.push(item);
          tab.click({ item, at });
          at += SECOND_MS;
        }
      },
  };
}

type Clicker = ReturnType<typeof newClicker>;

/** A page for each click; it is left in the task of the click, while both workers are busy. */
async function closeInMidClick(stage: Stage, { clicker }: Clicker): Promise<Pick<Run, 'healths'>> {
  const healths = [];
  for (let done = 0; done < CLICKS; done++) {
    stage.progress('attack', done, CLICKS);
    const { tab, close } = await stage.open();
    await tab.busy(BUSY_MS);
    clicker(tab)(1);
    healths.push(tab.health());
    close();
  }
  return { healths };
}

async function attackOne(
  attack: Exclude<Attack, 'close'>,
  stage: Stage,
  { clicker, turnBack }: Clicker,
): Promise<Omit<Run, 'attack' | 'items'>> {
  stage.progress('open', 0, 3);
  const { tab, close } = await stage.open();
  try {
    stage.progress('click', 1, 3);
    const attacks = (): void => {
      stage.progress('attack', 2, 3);
    };
    const more = await ATTACK[attack]({ tab, turnBack, attacks, click: clicker(tab) });
    return { ...more, healths: [tab.health()] };
  } finally {
    close();
  }
}

/** Opens a page anew, and asks either way what is there. */
export async function lookAfterwards(stage: Stage): Promise<Found> {
  stage.progress('again', 1, 1);
  const { tab, close } = await stage.open();
  try {
    const { ours, other } = await tab.found();
    return { ours: new Set(ours), other: new Set(other) };
  } finally {
    close();
  }
}

/** Carries out an attack on pages of its own. Rejects when such a page does not come. */
export async function runAttack(attack: Attack, stage: Stage): Promise<Run> {
  const clicker = newClicker(stage.next, Date.now());
  const counted = attack === 'close' ? await closeInMidClick(stage, clicker) : await attackOne(attack, stage, clicker);
  return { attack, items: clicker.items, ...counted };
}
