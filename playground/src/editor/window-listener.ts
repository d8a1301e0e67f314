import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is done on the page as a whole. */
export interface WindowDeeds {
  readonly undo: () => void;
  readonly redo: () => void;
  /** A file hangs over the page, or no longer. */
  readonly hover: (over: boolean) => void;
  readonly drop: (file: File) => void;
}

const DRAGS = ['dragover', 'dragleave', 'drop'] as const;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('textarea, input:not([type="radio"], [type="file"])');

/** The keys of undo and redo, outside of fields, which have their own; and files dropped anywhere on the page. */
export class WindowListener implements ReactiveController {
  readonly #deeds: WindowDeeds;

  constructor(host: ReactiveControllerHost, deeds: WindowDeeds) {
    this.#deeds = deeds;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.#onKey);
    for (const type of DRAGS) addEventListener(type, this.#onDrag);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#onKey);
    for (const type of DRAGS) removeEventListener(type, this.#onDrag);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) this.#deeds.redo();
    else this.#deeds.undo();
  };

  readonly #onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault(); // else the browser would leave the page for the file
    this.#deeds.hover(event.type === 'dragover' || (event.type === 'dragleave' && event.relatedTarget !== null));
    const file = event.type === 'drop' ? event.dataTransfer.files[0] : undefined;
    if (file) this.#deeds.drop(file);
  };
}
