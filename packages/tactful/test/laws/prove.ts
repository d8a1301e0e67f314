import { expectFault, type Law } from './law.js';
import { ENGINE, type Engine } from './engine-under-test.js';

/** A sound thing, and a fault that a law must find in its twin. */
interface Given<Subject> {
  readonly sound: Subject;
  readonly fault: Subject;
  readonly faulty: string;
}

/** A law with the sound thing it is proven of, and the fault it must find. */
export function prove<Subject>(says: string, law: Law<Subject>, given: Given<Subject>): void {
  it(says, function () {
    this.timeout(60_000);
    law(given.sound);
  });
  it(`${says}: ${given.faulty} is caught`, function () {
    this.timeout(60_000);
    expectFault(law, given.fault);
  });
}

/** A sound thing, and with each fault its twin. */
export const beside =
  <Subject>(sound: Subject) =>
  (faulty: string, fault: Subject): Given<Subject> => ({ sound, fault, faulty });

/** The engine, and one with a fault. */
export const engine: (faulty: string, fault: Engine) => Given<Engine> = beside(ENGINE);
