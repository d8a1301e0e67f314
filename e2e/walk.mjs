// The walk that every lens must pass: the extension in a real browser, and the same panel in the pretend browser. What
// it reads must be equal in all of them, rows and words.

const SECTIONS = ['held', 'concluded', 'decided', 'companies', 'announced', 'possible', 'stored'];

/** Runs inside the panel. */
function readLens(sections) {
  const lens = document.querySelector('tactful-lens')?.shadowRoot;
  const text = (element) => element.textContent.replace(/\s+/gu, ' ').trim();
  const rows = (name) => [...lens.querySelectorAll(`[data-section="${name}"] > ul > li`)].map(text);
  return {
    sentences: [...lens.querySelectorAll('[data-sentence]')].map(text),
    ...Object.fromEntries(sections.map((name) => [name, rows(name)])),
  };
}

/** Waits until the panel has something to show and reads it. */
export async function read(panel) {
  await panel.waitForFunction(() => {
    const state = document.querySelector('tactful-lens')?.shadowRoot?.querySelector('article')?.dataset.state;
    return state === 'ready' || state === 'trouble';
  });
  return panel.evaluate(readLens, SECTIONS);
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

/** Presses "Forget this row" at the first row that has these words, and waits for the receipt. */
export async function forgetRow(panel, words) {
  await panel.evaluate((wanted) => {
    const rows = [
      ...document.querySelector('tactful-lens').shadowRoot.querySelectorAll('[data-section="held"] > ul > li'),
    ];
    rows
      .find((row) => row.textContent.includes(wanted))
      .querySelector('[data-do="forget"]')
      .click();
  }, words);
  await panel.waitForFunction(() => {
    const lens = document.querySelector('tactful-lens').shadowRoot;
    return (
      /\d/.test(lens.querySelector('[role=status]').textContent) && lens.querySelector('[aria-busy="true"]') === null
    );
  });
  return panel.evaluate(
    () => document.querySelector('tactful-lens').shadowRoot.querySelector('[role=status]').textContent,
  );
}

/**
 * Open a page, click the icon, read, forget a row, read again.
 *
 * `driver` knows how its browser does that: `open(address)` resolves when the page is ready, `look()` brings up the panel and
 * resolves to it, with a click on the icon where there is one to click.
 */
export async function walk(driver, { address, forget }) {
  await driver.open(address);
  const panel = await driver.look();
  const before = await read(panel);
  const receipt = await forgetRow(panel, forget);
  const after = await read(panel);
  return { before, receipt, after };
}
