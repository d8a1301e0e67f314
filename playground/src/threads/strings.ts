import { html, render, svg, type SVGTemplateResult } from 'lit';
import type { Card } from './read-cards.js';
import { isFollowed, type StringEnd } from './wall-page.js';

/** A string between a note and a card, as it hangs on the board. */
export interface Thread {
  readonly note: number;
  readonly card: string;
  readonly kind: Card['row']['kind'];
  readonly from: Point;
  readonly to: Point;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far apart the strings of one end are, where there is room. */
const NOTE_STEP = 6;
const CARD_STEP = 9;
const INSET = 14;

/** Where the n-th of several strings is pinned to the edge of a box. */
function pin(box: DOMRect, at: { readonly index: number; readonly of: number; readonly step: number }): number {
  const room = Math.max(0, box.height - 2 * INSET);
  const step = at.of > 1 ? Math.min(at.step, room / (at.of - 1)) : 0;
  return box.top + box.height / 2 + (at.index - (at.of - 1) / 2) * step;
}

/** The edge of a note that faces the card, also while the note is carried past it. */
function edgeOf(note: DOMRect, card: DOMRect, forward: boolean): number {
  const isPast = forward ? note.left > card.left : note.right < card.right;
  return forward === isPast ? note.left : note.right;
}

/**
 * Where every string hangs on the board, in pixels of the layer that they are drawn in. Strings leave from the facing edges of notes and cards, so that none
 * crosses a text, whatever the direction of reading.
 */
export function measureThreads(
  { board, layer }: { readonly board: Element; readonly layer: Element },
  cards: readonly Card[],
): readonly Thread[] {
  const origin = layer.getBoundingClientRect();
  const forward = getComputedStyle(board).direction === 'ltr';
  const boxOf = (selector: string): DOMRect | undefined => board.querySelector(selector)?.getBoundingClientRect();
  const cardsOf = (note: number): readonly Card[] => cards.filter(({ notes }) => notes.includes(note));
  return cards.flatMap((card) => {
    const { name, notes, row } = card;
    const to = boxOf(`.wall-card[data-card="${name}"]`);
    if (!to) return [];
    return notes.flatMap((note, index): readonly Thread[] => {
      const from = boxOf(`.wall-note[data-note="${String(note)}"]`);
      if (!from) return [];
      const mine = cardsOf(note);
      return [
        {
          note,
          card: name,
          kind: row.kind,
          from: {
            x: edgeOf(from, to, forward) - origin.left,
            y: pin(from, { index: mine.indexOf(card), of: mine.length, step: NOTE_STEP }) - origin.top,
          },
          to: {
            x: (forward ? to.left : to.right) - origin.left,
            y: pin(to, { index, of: notes.length, step: CARD_STEP }) - origin.top,
          },
        },
      ];
    });
  });
}

const keyOf = ({ note, card }: Thread): string => `${String(note)} ${card}`;

/** The strings of an earlier drawing that are gone from a later one. */
export function lostThreads(before: readonly Thread[], after: readonly Thread[]): readonly Thread[] {
  const kept = new Set(after.map(keyOf));
  return before.filter((thread) => !kept.has(keyOf(thread)));
}

const round = (pixels: number): string => pixels.toFixed(1);

/** A string sags a little, the more the longer it is. */
function path({ from, to }: Thread): string {
  const dx = to.x - from.x;
  const sag = Math.abs(dx) * 0.06;
  const [one, two] = [from.x + dx * 0.42, to.x - dx * 0.42];
  return `M${round(from.x)} ${round(from.y)}C${round(one)} ${round(from.y + sag)} ${round(two)} ${round(to.y + sag)} ${round(to.x)} ${round(to.y)}`;
}

function drawn(
  thread: Thread,
  how: { readonly lit: StringEnd | undefined; readonly falls: boolean },
): SVGTemplateResult {
  const { from, to, kind, note, card } = thread;
  const followed = isFollowed(how.lit, { note, card });
  const look = how.falls ? 'falls' : how.lit === undefined ? 'rests' : followed ? 'lit' : 'dim';
  return svg`<g class="thread" data-look=${look} data-kind=${kind}>
    <path d=${path(thread)}></path>
    <circle cx=${round(from.x)} cy=${round(from.y)} r="2.5"></circle>
    <circle cx=${round(to.x)} cy=${round(to.y)} r="2.5"></circle>
  </g>`;
}

/** Draws the strings into their layer; those that are followed come last, so that they lie on top. */
export function drawThreads(
  layer: HTMLElement,
  how: {
    readonly threads: readonly Thread[];
    readonly falling: readonly Thread[];
    readonly lit: StringEnd | undefined;
  },
): void {
  const { threads, falling, lit } = how;
  const isLit = ({ note, card }: Thread): boolean => isFollowed(lit, { note, card });
  const order = [...threads.filter((thread) => !isLit(thread)), ...threads.filter(isLit)];
  render(
    html`<svg focusable="false">
      ${falling.map((thread) => drawn(thread, { lit: undefined, falls: true }))}
      ${order.map((thread) => drawn(thread, { lit, falls: false }))}
    </svg>`,
    layer,
  );
}
