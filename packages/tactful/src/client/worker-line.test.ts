import { expect } from 'chai';
import { expose, wrap, type Remote } from 'comlink';
import type { Served } from '../worker/protocol.js';
import { lineTo, type Speaker } from './worker-line.js';

/** What is asked for, said back; the first is answered first. */
const ECHO = {
  call: (name: string) => new Promise((resolve) => setTimeout(resolve, name === 'first' ? 10 : 40, name)),
  beat: () => true,
};

type Asked = (name: string) => Promise<unknown>;

const { random } = Math;
const ports: MessagePort[] = [];

function speaker(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  expose(ECHO, port2);
  port1.start();
  return port1;
}

/** Both, within a moment; `nothing` for whoever hears nothing. */
const both = (ask: Asked): Promise<unknown[]> =>
  Promise.all(
    ['first', 'second'].map((name) =>
      Promise.race([ask(name), new Promise((resolve) => setTimeout(resolve, 500, 'nothing'))]),
    ),
  );

describe('a line to a worker', () => {
  beforeEach(() => {
    Math.random = () => 0;
  });
  afterEach(() => {
    Math.random = random;
    for (const port of ports.splice(0)) port.close();
  });

  it('[R170] each call has its own answer, though the page made chance say the same each time', async () => {
    const worker = speaker();
    expect(await both((name) => lineTo(worker).call(name as never, {} as never))).to.deep.equal(['first', 'second']);
  });

  it('[R170] planted fault: one proxy for all calls hands the answer of one to the other', async () => {
    const remote: Remote<Served> = wrap<Served>(speaker());
    expect(await both((name) => remote.call(name as never, {}))).to.deep.equal(['nothing', 'first']);
  });

  it('[R170] who was answered listens no longer, and what cannot be sent never listened', async () => {
    let listening = 0;
    const port = speaker();
    const worker: Speaker = {
      postMessage: (message: unknown, more: unknown) => {
        port.postMessage(message, more as Transferable[]);
      },
      addEventListener: (type: string, listener: EventListenerOrEventListenerObject) => {
        listening++;
        port.addEventListener(type, listener);
      },
      removeEventListener: (type: string, listener: EventListenerOrEventListenerObject) => {
        listening--;
        port.removeEventListener(type, listener);
      },
    };
    const unsendable = await Promise.resolve(lineTo(worker).call('log', (() => undefined) as never)).catch(
      (error: unknown) => (error as Error).name,
    );
    expect([unsendable, listening]).to.deep.equal(['DataCloneError', 0]);
    const answered = lineTo(worker).call('first' as never, {} as never);
    await new Promise((resolve) => setTimeout(resolve));
    expect(listening).to.equal(1);
    expect([await answered, listening]).to.deep.equal(['first', 0]);
  });
});
