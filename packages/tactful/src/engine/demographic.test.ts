import { expect } from 'chai';
import { isDemographic } from './demographic.js';
import { admitOwn, admitTracked, type Admission } from './event.js';
import { defaultPurposes } from './purpose.js';
import { readStatement } from './statement.js';

const OPEN = { purposes: defaultPurposes(), consent: { personalization: 'in' } } as const;

function say(said: unknown): Admission {
  const row = readStatement(said);
  if (!row) throw new Error('not a statement');
  return admitOwn(row, OPEN);
}

const NAMES =
  'age age_group customer_age sex gender userGender dob date_of_birth birthday birth_year income household_income salary education education_level ' +
  'marital_status ethnicity religion geslacht leeftijd leeftijdsgroep inkomen salaris opleidingsniveau burgerlijke_staat etniciteit religie geboortedatum';

describe('K13: no demographic facet', () => {
  it('[L16] names of what a CRM knows are known, English and Dutch', () => {
    for (const name of NAMES.split(' ')) expect(isDemographic(name), name).to.equal(true);
  });

  it('[L16] words of a shop are no demographics', () => {
    for (const name of 'message page_location package image usage average storage_age_x sextant brand size race family vintage stage item_name'.split(
      ' ',
    ))
      expect(isDemographic(name), name).to.equal(name === 'storage_age_x');
  });

  it('[L16] K13: an event that tells about a person is refused with the name of the parameter, never its value', () => {
    for (const key of ['age', 'gender', 'inkomen']) {
      expect(admitTracked({ name: 'login', params: { method: 'card', [key]: 'private' } }, OPEN)).to.deep.equal({
        refusal: { reason: 'personal-data', path: `${key}: about a person` },
      });
    }
  });

  it('[L16] K13: of an item it says for whom the thing is made, and is left out', () => {
    const items = [{ item_id: 'shoe', gender: 'female', age_group: 'adult', color: 'red' }];
    const admission = admitTracked({ name: 'view_item', params: { items } }, OPEN);
    expect('draft' in admission && admission.draft.params).to.deep.equal({
      items: [{ item_id: 'shoe', color: 'red' }],
    });
  });

  it('[L16] K13: no preference has a demographic facet, or a value such as "age: 30"; it can be taken back', () => {
    const refusal = { refusal: { reason: 'personal-data', path: 'facet: about a person' } };
    expect(say({ kind: 'preference', facet: 'gender', value: 'women', level: 1 })).to.deep.equal(refusal);
    expect(say({ kind: 'preference', facet: 'leeftijd', value: '30', level: -2 })).to.deep.equal(refusal);
    expect(say({ kind: 'preference', facet: 'attribute', value: 'age: 30', level: 1 })).to.deep.equal(refusal);
    expect(say({ kind: 'preference', facet: 'gender', value: 'women', level: 0 })).to.have.property('draft');
    expect(say({ kind: 'preference', facet: 'category', value: 'Education', level: 1 })).to.have.property('draft');
  });

  it("[L16] K13: the shopper's own words are kept, for one purpose", () => {
    const answer = { question_id: 'age', value: 'I am 34 and a woman' };
    const admission = admitOwn({ name: 'question_answered', params: answer }, OPEN);
    expect(admission).to.deep.equal({
      draft: { name: 'question_answered', origin: 'declared', purpose: 'personalization', params: answer },
    });
  });
});
