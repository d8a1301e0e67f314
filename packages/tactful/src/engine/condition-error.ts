/** An operator or shape that the condition language does not have; found when the catalog is compiled. */
export class ConditionError extends Error {
  override readonly name = 'ConditionError';
}
