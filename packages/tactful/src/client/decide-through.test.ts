import { expect } from 'chai';
import type { Decision } from '../worker/protocol.js';
import { decideThrough } from './decide-through.js';
import { newEmitter } from './emitter.js';
import { nextGoodMoment } from './good-moment.js';
import type { PageSession } from './page-session.js';
import type { TactfulError } from './tactful-error.js';
import type { TactfulEvents } from './tactful.js';

const NOW = { at: 1000, offset: 0 };
/** A reading that allows the hand-over; other words on the channel forbid it. */
const READING = {
  folded: {
    channels: new Map([['email', { value: true, at: 0, id: 'a:9' }]]),
    grants: new Map(),
    promises: new Map(),
    quiet: undefined,
  },
  through: Infinity,
  now: NOW,
  hours: [],
};

type Session = Pick<PageSession, 'replica' | 'call' | 'writeOwn' | 'events'>;

/** A session whose worker chose an offer, or fails; `heard` is what happened, in order. */
function sessionWith(
  about: Partial<Pick<Decision, 'direction'>> & {
    readonly kept?: boolean;
    readonly through?: number;
    readonly lost?: boolean;
  } = {},
): Session & {
  readonly heard: string[];
} {
  const { kept = true, through = Infinity, lost = false, direction = 'outbound' } = about;
  const heard: string[] = [];
  const answers: Record<string, (argument: object) => unknown> = {
    decide: (asked): Partial<Decision> => ({
      ...(asked as Decision),
      at: NOW.at,
      direction,
      channel: 'email',
      offers: [
        { offerId: 'filters', content: {}, reasons: ['YOU_ASKED'], probability: 1, ...{ wishes: ['a:1', 'a:2'] } },
      ],
    }),
    outbound: () => ({ ...READING, through }),
  };
  return {
    heard,
    replica: 'r',
    events: newEmitter<TactfulEvents>(),
    call: (name, argument) => {
      heard.push(name);
      return lost ? Promise.reject(new Error('gone')) : Promise.resolve(answers[name]?.(argument) as never);
    },
    writeOwn: ({ name, params }) => {
      heard.push(`${name} ${JSON.stringify(params)}`);
      return Promise.resolve(kept ? { kept, id: 'a:3' } : { kept, reason: 'no-consent' });
    },
  };
}

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => `${(error as TactfulError).code} ${(error as TactfulError).path ?? ''}`,
  );
const BY_EMAIL = { placement: 'mail', channel: 'email', now: NOW } as const;

describe('outbound on the page', () => {
  it('[T35] M12: what may be sent is written down as shown, with the wish it answers, before it is handed over', async () => {
    const session = sessionWith();
    session.events.on('outbound', ({ offerId }) => session.heard.push(`handed ${offerId}`));
    const { id } = await decideThrough(session, BY_EMAIL);
    const params = { decision_id: id, offer_id: 'filters', channel: 'email', wish_id: 'a:1 a:2' };
    expect(session.heard).to.deep.equal([
      'decide',
      'outbound',
      `offer_shown ${JSON.stringify(params)}`,
      'handed filters',
    ]);
  });

  it('[T39] M11: what the shopper asked to be told is handed over as well, though its decision says requested', async () => {
    const session = sessionWith({ direction: 'requested' });
    session.events.on('outbound', ({ offerId, permission }) => session.heard.push(`${offerId} by ${permission.id}`));
    await decideThrough(session, BY_EMAIL);
    expect(session.heard.at(-1)).to.equal('filters by a:9');
  });

  it('[T35] without a listener, an intent, or a row of it nothing is handed over', async () => {
    const deaf = sessionWith();
    await decideThrough(deaf, BY_EMAIL);
    expect(deaf.heard).to.deep.equal(['decide']);
    for (const about of [{ through: 0 }, { kept: false }]) {
      const session = sessionWith(about);
      session.events.on('outbound', () => session.heard.push('handed'));
      await decideThrough(session, BY_EMAIL);
      expect(session.heard).not.to.include('handed');
    }
  });

  it('[T36] a worker that is gone is a silence for that channel, and gives back what it reserved', async () => {
    const session = sessionWith({ lost: true });
    const { silence, channel, direction } = await decideThrough(session, BY_EMAIL);
    expect([silence?.reason, channel, direction]).to.deep.equal(['NOT_READY', 'email', 'outbound']);
    expect(session.heard).to.deep.equal(['decide', 'release']);
  });

  it('[T36] what is no channel is a misuse with its path', async () => {
    const asked = { ...BY_EMAIL, channel: 'e-mail' as 'email' };
    expect(await codeOf(decideThrough(sessionWith(), asked))).to.equal('CONFIG_INVALID decide.channel');
  });

  it('[T37] M6: options of the next good moment are checked before anything is asked', async () => {
    const session = sessionWith();
    for (const withinDays of [0, -1, 1.5, 32, NaN, Infinity, Number('a week')])
      expect(await codeOf(nextGoodMoment(session, { withinDays, now: NOW }))).to.equal(
        'CONFIG_INVALID nextGoodMoment.withinDays',
      );
    expect(await codeOf(nextGoodMoment(session, { channel: 'fax' as 'sms', now: NOW }))).to.equal(
      'CONFIG_INVALID nextGoodMoment.channel',
    );
    expect(session.heard).to.deep.equal([]);
  });

  describe('more than the one usual offer of a slot', () => {
    const asked = { placement: 'offers', channel: 'slot', now: NOW } as const;

    it('[E27] says what was pressed and how many there is room for', async () => {
      const sent: object[] = [];
      const session: Session = {
        ...sessionWith(),
        call: (_, argument) => {
          sent.push(argument);
          return Promise.resolve({ offers: [], direction: 'requested' } as never);
        },
      };
      await decideThrough(session, { ...asked, requested: true, most: 3 });
      await decideThrough(session, asked);
      expect(sent[0]).to.include({ placement: 'offers', channel: 'slot', direction: 'requested', most: 3 });
      expect(sent[1]).to.include({ direction: 'inbound', most: 1 });
    });

    it('[E27] "show me" is said on a page, and there is room for three at most', async () => {
      for (const wrong of [{ channel: 'email', requested: true } as const, { most: 4 }, { most: 0.5 }]) {
        const error = await decideThrough(sessionWith(), { ...asked, ...wrong }).catch((reason: unknown) => reason);
        expect((error as TactfulError).code, JSON.stringify(wrong)).to.equal('CONFIG_INVALID');
      }
    });
  });
});
