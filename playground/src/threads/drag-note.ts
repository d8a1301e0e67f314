/** How far the pointer must go before a press becomes a drag. */
const SLACK = 6;

/** What a drag tells while it lasts. */
export interface DragTold {
  /** The note is in the hand. */
  readonly onLift: () => void;
  readonly onMove: () => void;
  /** It was let go, over the bin or elsewhere. */
  readonly onEnd: (inBin: boolean) => void;
}

const isOver = ({ clientX, clientY }: PointerEvent, bin: Element | null): boolean => {
  const box = bin?.getBoundingClientRect();
  return (
    box !== undefined && clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom
  );
};

/** Lets a note follow the pointer until it is let go. A press that goes nowhere stays a press. */
export function dragNote(
  event: PointerEvent,
  parts: { readonly note: HTMLElement; readonly binOf: () => Element | null; readonly told: DragTold },
): void {
  const { note, binOf, told } = parts;
  if (event.button !== 0) return;
  const { clientX: startX, clientY: startY, pointerId } = event;
  let lifted = false;
  const move = (moved: PointerEvent): void => {
    if (moved.pointerId !== pointerId) return;
    const [x, y] = [moved.clientX - startX, moved.clientY - startY];
    if (!lifted && Math.hypot(x, y) < SLACK) return;
    if (!lifted) {
      lifted = true;
      told.onLift();
    }
    // set by script, which the policy of the page allows
    note.style.translate = `${String(x)}px ${String(y)}px`;
    binOf()?.toggleAttribute('data-over', isOver(moved, binOf()));
    told.onMove();
  };
  const end = (ended: PointerEvent): void => {
    if (ended.pointerId !== pointerId) return;
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
    note.style.translate = '';
    binOf()?.removeAttribute('data-over');
    if (!lifted) return;
    // the click that follows a drag is no press
    const swallow = (click: Event): void => {
      click.stopPropagation();
      click.preventDefault();
    };
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => {
      removeEventListener('click', swallow, { capture: true });
    });
    told.onEnd(ended.type === 'pointerup' && isOver(ended, binOf()));
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
}
