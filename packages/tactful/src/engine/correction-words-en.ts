import type { CorrectionWords } from './profile-words.js';

/** English, for every action of the shopper. */
export const CORRECTION_WORDS_EN: CorrectionWords = {
  preference: {
    '-2': 'No {thing} at all',
    '-1': 'Less of {thing}',
    '0': 'Take back what I said about {thing}',
    '1': 'More of {thing}',
    '2': 'Much more of {thing}',
  },
  never: 'Never show {thing}',
  relationship: { chosen: 'Be like this: {type}', none: 'None of these' },
  channel: { allowed: 'Allow messages {channel}', refused: 'No messages {channel}' },
  quiet: { until: 'Quiet until {until}', end: 'End the quiet' },
  mode: {
    paused: 'Pause personal offers',
    quiet: 'Say little',
    normal: 'The usual number of offers',
    show_me: 'Show me offers again',
  },
  intent: 'I am here {intent}',
  goal: { one: 'I am after {value}', none: 'I am after nothing in particular' },
  visit: { gift: 'This visit is for a gift', not_me: 'This was not me', person: 'This visit is for {value}' },
  life: 'Tell the shop: {value}',
  consent: 'Agree to {value}',
  forget: { one: 'Forget the row it rests on', other: 'Forget the {n} rows it rests on' },
  task: 'That is over: {value}',
  resolve: 'My complaint is settled: {value}',
  next_visit: 'Wait for the next visit',
  conflict: { says: 'What I say counts', does: 'What I do counts', later: 'Decide later' },
};
