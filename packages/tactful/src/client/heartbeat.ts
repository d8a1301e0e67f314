/** What is watched, and how patiently. */
export interface Heartbeat {
  /** Resolves while the other side lives; may never settle. */
  readonly beat: () => Promise<unknown>;
  /** Told once, when too many beats in a row were missed. */
  readonly dead: () => void;
  readonly everyMs: number;
  /** So many beats may be missed in a row. Asked for at every beat: starting takes longer than answering. */
  readonly most: () => number;
}

/** Watches while somebody waits, and has no timer else. */
export interface Watch {
  readonly enter: () => void;
  readonly leave: () => void;
  readonly end: () => void;
}

/**
 * Listens to a heart for as long as somebody waits.
 *
 * Beats are counted, not milliseconds: a page that was frozen, or busy itself, comes back to one missed beat, not to an hour
 * of silence.
 */
export function watchHeart({ beat, dead, everyMs, most }: Heartbeat): Watch {
  let waiting = 0;
  let missed = 0;
  let asked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    asked = false;
    missed = 0;
  };
  const end = (): void => {
    clearTimeout(timer);
    timer = undefined;
    waiting = 0;
  };
  const listen = (): void => {
    if (asked && ++missed >= most()) {
      end();
      dead();
      return;
    }
    if (!asked) {
      asked = true;
      // What fails is no sign of life.
      beat().then(heard, () => undefined);
    }
    timer = setTimeout(listen, everyMs);
  };
  return {
    enter: () => {
      waiting++;
      timer ??= setTimeout(listen, everyMs);
    },
    leave: () => {
      if (waiting > 0 && --waiting === 0) end();
    },
    end,
  };
}
