// The walk that every lens must pass: the extension in a real browser, and the same panel in the pretend browser. What
// it reads must be equal in all of them, rows and words.

/** What is known of the shopper, subject by subject. */
export const YOU = ['conflicts', 'said', 'done', 'taste', 'habits', 'worth', 'relation', 'now', 'needs'];
const OTHERS = ['held', 'decided', 'companies', 'announced', 'possible', 'stored'];

/** Runs inside the panel. */
function readLens(you, others) {
  const lens = document.querySelector('tactful-lens')?.shadowRoot;
  const text = (element) => element.textContent.replace(/\s+/gu, ' ').trim();
  const rows = (name) => [...lens.querySelectorAll(`[data-section="${name}"] > ul > li`)].map(text);
  // Under a line stand the rows it rests on: they are read in the log.
  const line = (row) => {
    const bare = row.cloneNode(true);
    for (const more of bare.querySelectorAll('details')) more.remove();
    return text(bare);
  };
  const lines = (name) => [...lens.querySelectorAll(`[data-section="${name}"] > ul > li`)].map(line);
  return {
    sentences: [...lens.querySelectorAll('[data-sentence]')].map(text),
    ...Object.fromEntries(you.map((name) => [name, lines(name)])),
    ...Object.fromEntries(others.map((name) => [name, rows(name)])),
  };
}

const shown = (panel) =>
  panel.waitForFunction(() => {
    const state = document.querySelector('tactful-lens')?.shadowRoot?.querySelector('article')?.dataset.state;
    return state === 'ready' || state === 'trouble';
  });

/** Waits until the panel has something to show and reads it. */
export async function read(panel) {
  await shown(panel);
  return panel.evaluate(readLens, YOU, OTHERS);
}

/** Waits until the panel says that it cannot look for this reason, and gives its words. */
export const troubleIn = async (panel, reason) => {
  await panel.waitForFunction(
    (wanted) =>
      document.querySelector('tactful-lens')?.shadowRoot?.querySelector('[data-trouble]')?.dataset.trouble === wanted,
    {},
    reason,
  );
  return panel.evaluate(
    () => document.querySelector('tactful-lens').shadowRoot.querySelector('[data-trouble]').textContent,
  );
};

const receiptIn = async (panel) => {
  await panel.waitForFunction(() => {
    const lens = document.querySelector('tactful-lens').shadowRoot;
    return (
      /read again/.test(lens.querySelector('[role=status]').textContent) &&
      lens.querySelector('[aria-busy="true"]') === null
    );
  });
  return panel.evaluate(
    () => document.querySelector('tactful-lens').shadowRoot.querySelector('[role=status]').textContent,
  );
};

/** Goes to the log, presses "Forget this row" at the first row that has these words, and waits for the receipt. */
export async function forgetRow(panel, words) {
  await shown(panel);
  await panel.evaluate((wanted) => {
    const lens = document.querySelector('tactful-lens').shadowRoot;
    lens.querySelector('#tab-log').click();
    [...lens.querySelectorAll('[data-section="held"] > ul > li')]
      .find((row) => row.textContent.includes(wanted))
      .querySelector('[data-do="forget"]')
      .click();
  }, words);
  return receiptIn(panel);
}

/** Goes to what is known, presses the first button that says this, and waits for the receipt. */
export async function correct(panel, label) {
  await shown(panel);
  await panel.evaluate((wanted) => {
    const lens = document.querySelector('tactful-lens').shadowRoot;
    lens.querySelector('#tab-you').click();
    [...lens.querySelectorAll('#panel-you button')].find((button) => button.textContent.trim() === wanted).click();
  }, label);
  return receiptIn(panel);
}

/** Takes back what was said last, and waits for the receipt. */
export async function undo(panel) {
  await panel.evaluate(() => {
    document.querySelector('tactful-lens').shadowRoot.querySelector('[data-do="undo"]').click();
  });
  return receiptIn(panel);
}

/**
 * Open a page, click the icon, read, correct a line, read, take it back, forget a row, read again.
 *
 * `driver` knows how its browser does that: `open(address)` resolves when the page is ready, `look()` brings up the panel and
 * resolves to it, with a click on the icon where there is one to click.
 */
export async function walk(driver, { address, forget, correction }) {
  await driver.open(address);
  const panel = await driver.look();
  const before = await read(panel);
  const said = await correct(panel, correction);
  const corrected = (await read(panel)).said;
  const undone = await undo(panel);
  const receipt = await forgetRow(panel, forget);
  const after = await read(panel);
  return { before, said, corrected, undone, receipt, after };
}
