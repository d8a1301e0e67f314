import { html, type TemplateResult } from 'lit';
import { MOST } from '../cart.js';

/** A number with one fewer and one more. Typing counts when the field is left; what is no number changes nothing. */
export function stepper(how: {
  readonly label: string;
  readonly fewer: string;
  readonly more: string;
  readonly quantity: number;
  readonly least: number;
  readonly onChange: (quantity: number) => void;
}): TemplateResult {
  const { label, fewer, more, quantity, least, onChange } = how;
  const typed = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const wanted = event.target.valueAsNumber;
    if (Number.isInteger(wanted) && wanted >= least && wanted <= MOST) onChange(wanted);
    else event.target.value = String(quantity);
  };
  const step = (by: number) => (): void => {
    onChange(quantity + by);
  };
  return html`<div class="stepper" role="group" aria-label=${label}>
    <button type="button" aria-label=${fewer} ?disabled=${quantity <= least} @click=${step(-1)}>−</button>
    <input
      type="number"
      inputmode="numeric"
      min=${least}
      max=${MOST}
      aria-label=${label}
      .value=${String(quantity)}
      @change=${typed}
    />
    <button type="button" aria-label=${more} ?disabled=${quantity >= MOST} @click=${step(1)}>+</button>
  </div>`;
}
