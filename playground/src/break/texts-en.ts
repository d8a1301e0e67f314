const clicks = (count: number): string => (count === 1 ? '1 click' : `${String(count)} clicks`);

/** Everything that the page Try to break it says in English; the shape that every other language follows. */
export const breakEn = {
  private:
    'The clicks here are invented and told to nobody. They are kept in a store of their own on this device, beside that of the shop, until you start over.',
  how: 'What happens when you press',
  howText:
    'A second page of the shop opens in the frame above: with the real library, and beside it with a way that is often used instead, in which the page hands each click to a worker and goes on. Both get the same clicks and the same attack. Then the page is opened anew, and both are asked what is there. No number is made up: every one was counted where it happened.',
  stage: 'The second page',
  stageEmpty: 'It opens here while an attack is under way.',

  attacks: {
    none: {
      title: 'Nothing at all',
      text: 'Four clicks on a quiet day, to see how the counts look when nobody attacks.',
      act: 'Just click',
    },
    close: {
      title: 'Close the tab in mid-click',
      text: 'Four times: both workers are busy, somebody clicks, and leaves the page in that same moment.',
      act: 'Close it',
    },
    kill: {
      title: 'Kill the worker',
      text: 'Two clicks; then the workers end without a word, as when the browser needs the memory; then four clicks more.',
      act: 'Kill it',
    },
    full: {
      title: 'Fill the disk',
      text: 'Two clicks, three while there is no room left, and two once there is room again. A page can fill no disk, and should not: so the browser’s refusal is played here, and all that follows from it is real.',
      act: 'Fill it',
    },
    clock: {
      title: 'Turn the clock back',
      text: 'Three clicks, then the clock is turned back, and the same three moments happen a second time.',
      act: 'Turn it back',
    },
    beacon: {
      title: 'Plant a beacon',
      text: 'A script on the page tries six ways to tell a stranger what somebody looked at; and one way to tell the shop itself.',
      act: 'Plant it',
    },
  },

  steps: {
    open: 'Opening a second page',
    click: 'Clicking',
    attack: 'Attacking',
    again: 'Opening the page anew, and counting',
  },
  step: (done: number, of: number) => `${String(done)} of ${String(of)}`,
  again: 'Once more',
  reset: 'Start over',
  resetting: 'Removing the invented clicks …',
  wasReset: 'All invented clicks are removed. You can begin again.',
  failed: 'The second page did not come, so nothing was counted. Reload this page and try once more.',

  counts: 'The counts',
  countsEmpty: 'Nothing has been broken yet. Choose an attack: the counts of the running library appear here.',
  columns: { what: 'Counted', ours: 'tactful', other: 'Handed to a worker' },
  rows: {
    clicks: 'Clicks made',
    offered: 'Offered to it',
    kept: 'Kept, and said so',
    dropped: (reason: string) => `Dropped and named: ${reason}`,
    open: 'On its way when its page was closed',
    found: 'Found after opening the page anew',
    lost: 'Lost, and nobody was told',
    unknown: 'not known',
  },
  reasons: {
    quota: 'no room left',
    'storage-lost': 'the store was gone',
    timeout: 'the store did not answer',
    'buffer-full': 'too many waited',
    'no-consent': 'nobody agreed',
    'not-needed': 'no purpose needs it',
    invalid: 'not a click',
    'personal-data': 'may tell who somebody is',
  },
  sum: (offered: number, rest: string) => `${String(offered)} offered = ${rest}`,
  sumParts: { kept: 'kept', dropped: 'dropped', open: 'on its way' },
  sumHolds: 'It adds up, and nothing that was kept is missing.',
  sumBroken: 'It does not add up. That should not be: please report it, with the name of your browser.',

  bar: { found: 'found', told: 'refused and told', lost: 'lost' },
  barOurs: 'tactful',
  barOther: 'Handed to a worker',

  held: {
    none: (count: number) => `All ${clicks(count)} were found again: this is how the counts look on a quiet day.`,
    close: (count: number) =>
      `All ${clicks(count)} were found again, because the page hands each click to the disk in the very moment of the click, and not to a worker that ends with the page.`,
    kill: (count: number) =>
      `All ${clicks(count)} were found again, because the page writes each click itself; the worker only reads.`,
    full: (count: number, dropped: number) =>
      `The ${clicks(count)} for which there was room were found again, and the ${clicks(dropped)} for which there was none were refused with the reason “no room left”, because nothing counts as kept before the disk has said so.`,
    clock: (count: number) =>
      `All ${clicks(count)} were found again, because each click has a number of its own and the time is only noted beside it.`,
    beacon: (blocked: number, planted: number) =>
      `The browser blocked ${String(blocked)} of ${String(planted)} beacons to a stranger and reported each, because the policy of this page names no address but its own.`,
  },
  broken: (lost: number, count: number) =>
    `${String(lost)} of ${clicks(count)} were not found again, and nobody was told. That should not be: please report it, with the name of your browser.`,
  leaked: (blocked: number, planted: number) =>
    `The browser reported only ${String(blocked)} of ${String(planted)} beacons as blocked: on this page a policy is not enough.`,
  otherLost: {
    none: (lost: number, count: number) => `The other way lost ${String(lost)} of ${clicks(count)}.`,
    close: (lost: number, count: number) =>
      `The other way lost ${String(lost)} of ${clicks(count)}: they were still waiting for the busy worker when the page was left.`,
    kill: (lost: number, count: number) =>
      `The other way lost ${String(lost)} of ${clicks(count)}: they were handed to somebody who was not there any more.`,
    full: (lost: number, count: number) =>
      `The other way lost ${String(lost)} of ${clicks(count)}, and the page was never told.`,
    clock: (lost: number, count: number) =>
      `The other way lost ${String(lost)} of ${clicks(count)}: it keeps them by their time, so the second click of a moment was written over the first.`,
    beacon: (lost: number, count: number) => `The other way lost ${String(lost)} of ${clicks(count)}.`,
  },
  otherKept: 'The other way lost nothing this time.',
  ownOut:
    'The one to the shop’s own address went out: a policy keeps strangers away, but it does not bind the page and its own scripts.',
  ownStayed: 'The one to the shop’s own address did not go out either.',
  answered: (seconds: string, where: string) =>
    `Asked a question with its worker gone, the library answered after ${seconds} s, by ${where}.`,
  unanswered:
    'Asked a question with its worker gone, the library did not answer within 4 s; new clicks are safe all the same.',
  where: { url: 'a new worker', blob: 'a new worker', main: 'the page itself' },

  teacher: 'For the class',
  questions: [
    'Before you press: which of the two will lose clicks, and how many? Write it down, then press.',
    'Which is worse: losing a click, or not knowing that it was lost? Who in a shop would notice?',
    'The clock was turned back, and nothing was hacked. What else on a device may change that a program takes for granted?',
    'One beacon went out. Whom must you trust, then, even if the library keeps its word?',
  ],
};

/** What every language of the page says. */
export type BreakTexts = typeof breakEn;
