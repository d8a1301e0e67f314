import { compileCondition, type History, type Test } from './condition.js';
import type { JsonObject } from './json.js';

/**
 * Conditions as functions, each compiled once, and of one decision asked once, however many offers share it: what comes
 * from one template has one condition. A decision makes its attributes and history anew, and never changes them.
 */
export function testReader(): (when: JsonObject) => { readonly text: string; readonly test: Test } {
  const known = new Map<string, Test>();
  const compiled = (when: JsonObject): Test => {
    const test = compileCondition(when);
    let [asked, past]: readonly [JsonObject?, History?] = [];
    let answer = false;
    return (attributes, history) => {
      if (attributes === asked && history === past) return answer;
      answer = test(attributes, history);
      [asked, past] = [attributes, history];
      return answer;
    };
  };
  return (when) => {
    const text = JSON.stringify(when);
    const test = known.get(text) ?? compiled(when);
    known.set(text, test);
    return { text, test };
  };
}
