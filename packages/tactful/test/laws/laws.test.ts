import {
  admitImported,
  admitTracked,
  compileCondition,
  expiredIds,
  overallSpent,
  readCatalog,
  readStatement,
} from '../../src/engine/index.js';
import { CAP_FAULTS, capsHoldOverHistories, closedWindow, windowsAreHalfOpen } from './cap-laws.js';
import {
  aTieIsSilence,
  bothSidesGain,
  CHOICE_FAULTS,
  losersDoNotMatter,
  sameInputSameBytes,
  theBestIsChosenAndAddsUp,
  theRelationRanksNoProducts,
  weeksDoNotMatter,
  whoIsWorthMoreIsSparedMore,
} from './choice-laws.js';
import { addingCommutes, DECAY, DECAY_FAULTS, decayComposes, decayFalls, halfLifeHalves } from './decay-laws.js';
import {
  arrivalIsForgotten,
  arrivingTwiceIsArrivingOnce,
  FOLD_FAULTS,
  forgettingLeavesNothing,
  grownIsRecomputed,
  incidentalRowsAreReadByNothing,
} from './fold-laws.js';
import {
  anythingIsReadAsACatalog,
  anythingMayBeImported,
  anythingMayBeSaid,
  conditionsAreTotal,
  INPUT_FAULTS,
  nobodyIsNamed,
  theGateStandsAnything,
} from './input-laws.js';
import { expectFault } from './law.js';
import {
  ALGEBRA,
  anErasureHoldsNoWord,
  LOG_FAULTS,
  mergingAgainChangesNothing,
  mergingAssociates,
  mergingCommutes,
  partsAddUp,
  whatWasErasedStaysAway,
} from './log-laws.js';
import { forgetsWhatWasSaid, retentionForgetsOnce } from './retention-laws.js';
import {
  aNoNeverOpens,
  everySilenceHasAReason,
  lessConsentNeverOpens,
  quietIsSilent,
  SILENCE_FAULTS,
  theWayOutIsTrue,
  whatWasClosedStaysClosed,
} from './silence-laws.js';
import { engine, prove } from './prove.js';

const decay = (
  faulty: string,
  fault: typeof DECAY,
): { readonly sound: typeof DECAY; readonly fault: typeof DECAY; readonly faulty: string } => ({
  sound: DECAY,
  fault,
  faulty,
});

describe('laws', () => {
  prove(
    '[P2] the order of arrival is forgotten',
    arrivalIsForgotten,
    engine('a fold that takes arrival for time', FOLD_FAULTS.takesArrivalForTime),
  );
  prove(
    '[P2] arriving twice is arriving once',
    arrivingTwiceIsArrivingOnce,
    engine('a fold that counts every arrival', FOLD_FAULTS.countsEveryArrival),
  );
  prove(
    '[P2] forgetting leaves nothing',
    forgettingLeavesNothing,
    engine('a fold that remembers', FOLD_FAULTS.remembersWhatWasForgotten),
  );
  prove(
    '[P2] what grew row by row is what is recomputed',
    grownIsRecomputed,
    engine('a fold that grows as rows arrive', FOLD_FAULTS.growsAsRowsArrive),
  );
  prove(
    '[P5] incidental rows are read by nothing',
    incidentalRowsAreReadByNothing,
    engine('a fold that reads them', FOLD_FAULTS.readsIncidentalRows),
  );

  prove('[P75] merging commutes', mergingCommutes, {
    sound: ALGEBRA,
    fault: LOG_FAULTS.firstLogWins,
    faulty: 'one in which the first copy wins',
  });
  prove('[P75] merging associates', mergingAssociates, {
    sound: ALGEBRA,
    fault: LOG_FAULTS.obeysTheLargerLog,
    faulty: 'one that obeys the larger log',
  });
  prove('[P75] merging again changes nothing', mergingAgainChangesNothing, {
    sound: ALGEBRA,
    fault: LOG_FAULTS.countsItsMerges,
    faulty: 'one that counts its merges',
  });
  prove('[P76] what was erased stays away', whatWasErasedStaysAway, {
    sound: ALGEBRA,
    fault: LOG_FAULTS.bringsBackOldExports,
    faulty: 'one that brings back old exports',
  });
  prove('[P77] an erasure holds no word', anErasureHoldsNoWord, {
    sound: ALGEBRA.erase,
    fault: LOG_FAULTS.eraseWritesItDown,
    faulty: 'one that writes down what it erased',
  });
  prove('[P78] parts add up', partsAddUp, {
    sound: ALGEBRA.fold,
    fault: LOG_FAULTS.foldSaturates,
    faulty: 'a fold that saturates',
  });

  prove('[P1] decay composes', decayComposes, decay('a linear one', DECAY_FAULTS.isLinear));
  prove('[P1] decay falls', decayFalls, decay('one that grows again', DECAY_FAULTS.growsAgain));
  prove('[P1] a half-life halves', halfLifeHalves, decay('one to the base e', DECAY_FAULTS.usesE));
  prove(
    '[P1] adding commutes to the last bit',
    addingCommutes,
    decay('a sum that keeps the first moment', DECAY_FAULTS.keepsTheFirstMoment),
  );

  prove(
    '[D18] the same input gives the same bytes',
    sameInputSameBytes,
    engine('a decision that counts its calls', CHOICE_FAULTS.countsItsCalls),
  );
  prove('[D15] both sides gain', bothSidesGain, engine('one that sells at any price', CHOICE_FAULTS.sellsAtAnyPrice));
  prove(
    '[D14] a tie is silence',
    aTieIsSilence,
    engine('one that prefers offers on ties', CHOICE_FAULTS.prefersOffersOnTies),
  );
  prove(
    '[D16] the best is chosen and adds up',
    theBestIsChosenAndAddsUp,
    engine('one that takes the second best', CHOICE_FAULTS.takesTheSecondBest),
  );
  prove(
    '[D13] losers do not matter',
    losersDoNotMatter,
    engine('one that finds comfort in crowds', CHOICE_FAULTS.findsComfortInCrowds),
  );
  prove(
    '[D23] whole weeks do not matter',
    weeksDoNotMatter,
    engine('one that has a good week', CHOICE_FAULTS.hasAGoodWeek),
  );
  prove(
    '[D71] I-20 a promise that was kept ranks no products',
    theRelationRanksNoProducts,
    engine('one that ranks by a promise', CHOICE_FAULTS.ranksByThePromise),
  );
  prove(
    '[D70] I-23 who is worth more is spared more',
    whoIsWorthMoreIsSparedMore,
    engine('one that courts the rich', CHOICE_FAULTS.courtsTheRich),
  );
  prove(
    '[D24] a no never opens',
    aNoNeverOpens,
    engine('one that takes a no for interest', SILENCE_FAULTS.takesANoForInterest),
  );
  prove(
    '[D4] less consent never opens',
    lessConsentNeverOpens,
    engine('one that needs none', SILENCE_FAULTS.needsNoConsent),
  );
  prove(
    '[D17] every silence has a reason',
    everySilenceHasAReason,
    engine('one that neither speaks nor is silent', SILENCE_FAULTS.speaksAndIsSilent),
  );

  prove(
    '[D7] what was closed stays closed',
    whatWasClosedStaysClosed,
    engine('one that knows better', SILENCE_FAULTS.knowsBetterThanWhatWasSaid),
  );
  prove(
    '[D4] quiet is silent',
    quietIsSilent,
    engine('one that ends it a minute early', SILENCE_FAULTS.endsQuietAMinuteEarly),
  );
  prove(
    '[D5] the way out is true',
    theWayOutIsTrue,
    engine('one that promises what does not help', SILENCE_FAULTS.promisesWhatDoesNotHelp),
  );

  prove(
    '[D1] caps hold over histories',
    capsHoldOverHistories,
    engine('one that forgets the last contact', CAP_FAULTS.forgetsTheLastContact),
  );
  it('[D1] caps hold over histories: one that forgets the first contact is caught', () =>
    expectFault(capsHoldOverHistories, CAP_FAULTS.forgetsTheFirstContact));
  prove('[D1] windows are half-open', windowsAreHalfOpen, {
    sound: overallSpent,
    fault: closedWindow,
    faulty: 'a closed window',
  });

  prove('[L9] anything is read as a catalogue', anythingIsReadAsACatalog, {
    sound: readCatalog,
    fault: INPUT_FAULTS.trustsTheCatalog,
    faulty: 'a trusting reader',
  });
  prove('[L11] the gate stands anything', theGateStandsAnything, {
    sound: admitTracked,
    fault: INPUT_FAULTS.copiesWhateverIsSent,
    faulty: 'a gate that copies whatever is sent',
  });
  prove('[L13] nobody is named', nobodyIsNamed, {
    sound: admitTracked,
    fault: INPUT_FAULTS.looksAtTheEventAlone,
    faulty: 'a gate that looks at the event alone',
  });
  prove('[L18] anything may be imported', anythingMayBeImported, {
    sound: admitImported,
    fault: INPUT_FAULTS.believesTheFile,
    faulty: 'a gate that believes the file',
  });
  prove('[L6] conditions are total', conditionsAreTotal, {
    sound: compileCondition,
    fault: INPUT_FAULTS.expectsALevel,
    faulty: 'one that expects a level to be there',
  });
  prove('[L7] anything may be said', anythingMayBeSaid, {
    sound: readStatement,
    fault: INPUT_FAULTS.believesEveryStatement,
    faulty: 'a reader that believes everything',
  });
  prove('[L8] retention forgets once and keeps what was said', retentionForgetsOnce, {
    sound: expiredIds,
    fault: forgetsWhatWasSaid,
    faulty: 'one that forgets what was said',
  });
});
