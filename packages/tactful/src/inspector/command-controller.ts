import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { erasureCard, type ErasureCard } from './erasure-card.js';
import type { LensCommand, LensReceipt, LensSource, Look } from './lens-source.js';
import type { LensView } from './lens-view.js';
import type { LensWords } from './lens-words.js';
import { plain } from './phrase.js';

/** How long a changed row is marked. */
const MARK_MS = 12_000;

/** What carrying out a command needs of the lens around it. */
export interface CommandContext {
  readonly source: () => LensSource | undefined;
  readonly words: () => LensWords | undefined;
  /** What is shown now, to be compared with what is shown afterwards. */
  readonly view: () => LensView | undefined;
  /** What was found when it looked last. */
  readonly look: () => Look | undefined;
  /** Looks again; resolves when what was found is shown. */
  readonly again: () => Promise<void>;
}

/** What the shopper reads in each line about themselves, and which rows it rests on. */
function linesOf(view: LensView | undefined): ReadonlyMap<string, { readonly text: string; readonly rests: string }> {
  const rows = (view?.sections ?? []).filter(({ tab }) => tab === 'you').flatMap((section) => section.rows);
  return new Map(
    rows.map(({ key, what, evidence = [] }) => [
      key,
      { text: plain(what), rests: evidence.map((row) => row.key).join('\n') },
    ]),
  );
}

/** Carries out one command at a time, reads again, says what became of it, and marks what changed. */
export class CommandController implements ReactiveController {
  busy = false;
  receipt = '';
  /** What can be taken back: the row that was said last. */
  undoable: { readonly scope: string; readonly id: string } | undefined;
  changed: ReadonlySet<string> = new Set();
  /** The receipt of the last erasure, until it is put away. */
  card: ErasureCard | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #lens: CommandContext;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, lens: CommandContext) {
    this.#host = host;
    this.#lens = lens;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Lets go of the last receipt. */
  clear(): void {
    clearTimeout(this.#timer);
    this.receipt = '';
    this.undoable = undefined;
    this.changed = new Set();
    this.#host.requestUpdate();
  }

  /** Puts the receipt away. */
  putAway(): void {
    this.card = undefined;
    this.#host.requestUpdate();
  }

  async run(command: LensCommand): Promise<void> {
    const source = this.#lens.source();
    const words = this.#lens.words();
    if (this.busy || !source || !words) return;
    this.clear();
    this.busy = true;
    this.receipt = words.receipt.working;
    const before = linesOf(this.#lens.view());
    const look = this.#lens.look();
    // Whatever the source could not do, the shopper is told that nothing was done.
    const receipt = await source.command(command).catch((): undefined => undefined);
    // The rows first: a receipt beside what it says is gone would not be believed.
    await this.#lens.again();
    this.receipt = receipt ? this.#say(receipt, words) : words.receipt.failed;
    this.busy = false;
    if (receipt && command.op === 'erase') this.card = erasureCard(look, { scope: command.scope, receipt });
    if (receipt?.said && 'added' in receipt.said) this.undoable = { scope: command.scope, id: receipt.said.added };
    this.#mark(before);
    this.#host.requestUpdate();
  }

  /** Takes back what was said last, by forgetting its row. */
  async undo(): Promise<void> {
    const { undoable } = this;
    if (!undoable) return;
    await this.run({ op: 'forget', scope: undoable.scope, ids: [undoable.id] });
  }

  #say({ removed, verified, said }: LensReceipt, { receipt }: LensWords): string {
    if (said && 'refused' in said) return receipt.refused[said.refused];
    if (said) return verified ? receipt.said(this.#lineOf(said.added)) : receipt.unsaid;
    return verified ? receipt.gone(removed) : receipt.still(removed);
  }

  /** What was said, as it now stands among what the shopper said. */
  #lineOf(id: string): string {
    const rows = (this.#lens.view()?.sections ?? [])
      .filter(({ tab }) => tab === 'you')
      .flatMap((section) => section.rows);
    const line = rows.find(({ evidence = [] }) => evidence.length === 1 && evidence[0]?.forget?.id === id);
    return line ? plain(line.what) : '';
  }

  #mark(before: ReturnType<typeof linesOf>): void {
    const after = linesOf(this.#lens.view());
    const differs = ([key, { text, rests }]: readonly [
      string,
      { readonly text: string; readonly rests: string },
    ]): boolean => {
      const was = before.get(key);
      return was?.text !== text || was.rests !== rests;
    };
    this.changed = new Set([...after].filter(differs).map(([key]) => key));
    this.#timer = setTimeout(() => {
      this.changed = new Set();
      this.#host.requestUpdate();
    }, MARK_MS);
  }
}
