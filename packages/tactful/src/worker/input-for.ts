import type { DecideInput } from '../engine/decide-input.js';
import { contactsIn, mergeContacts } from '../engine/ledger-contacts.js';
import type { Calls } from './protocol.js';
import { foldOf, givenOf, type Session } from './session.js';

/** A question to the engine, as the page asks it. */
export type Asked = Parameters<Calls['decide']>[0];

/** Everything that a decision depends on, as the session knows it now. */
export function inputFor(session: Session, ask: Asked): DecideInput {
  const { request, meta, ledger, signals, opportunities = [] } = session;
  const { compiled, config, policy, model } = givenOf(session);
  const { purposes, audience = 'general', sector } = request;
  const { now, ...asked } = ask;
  const folded = foldOf(session);
  return {
    ...asked,
    at: Math.max(now.at, folded.latestAt),
    offset: now.offset,
    folded,
    contacts: mergeContacts(folded.contacts, contactsIn(ledger, now)),
    catalog: compiled,
    purposes,
    consent: meta.consent,
    choices: meta.history,
    policy,
    model,
    audience,
    ...(sector === undefined ? {} : { sector }),
    signals,
    earlier: opportunities,
    config,
  };
}
