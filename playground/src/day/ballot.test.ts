import { expect } from 'chai';
import { countVotes, decideVote, MOST_VOTES, withVote, type Ballot } from './ballot.js';

describe('[G52] votes', () => {
  it('[G52] are counted by what was said', () => {
    expect(countVotes(['speak', 'hush', 'speak', 'pass'])).to.deep.equal({ speak: 2, hush: 1, pass: 1 });
    expect(countVotes([])).to.deep.equal({ speak: 0, hush: 0, pass: 0 });
  });

  it('[G52] speak only where more want to speak than to hush; who does not know counts for neither', () => {
    expect(decideVote([])).to.equal('hush');
    expect(decideVote(['speak', 'hush'])).to.equal('hush');
    expect(decideVote(['speak', 'pass', 'pass'])).to.equal('speak');
    expect(decideVote(['hush', 'hush', 'speak'])).to.equal('hush');
  });

  it('[G52] end at ninety-nine', () => {
    const full: Ballot = Array.from({ length: MOST_VOTES }, () => 'speak');
    expect(withVote(full, 'hush')).to.equal(full);
    expect(withVote(full.slice(1), 'hush')).to.have.length(MOST_VOTES);
  });
});
