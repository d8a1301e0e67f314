import { evaluateIntent, type IntentEvaluation } from './evaluate-intent.js';
import { fitIntent, type IntentModel } from './fit-intent.js';
import { writeJson } from './fit-file.js';
import { readIntentRows } from './intent-rows.js';
import { EXIT, type Output } from './output.js';
import { readTextFile } from './read-file.js';

const MOST_TERMS = 8;

const count = (value: number): string => value.toLocaleString('en');

function describeRead(read: IntentModel['terms'][number]['read']): string {
  if (typeof read === 'object') return ` is ${read.is}`;
  return read === 'log1p' ? ', as log(1 + n)' : '';
}

function reportLines(model: IntentModel, { auc, ece, runs, rivals }: IntentEvaluation): readonly string[] {
  const strongest = [...model.terms].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_TERMS);
  return [
    `${model.terms.length} terms, of which the strongest (per standard deviation):`,
    ...strongest.map(({ column, read, weight }) => {
      return `  ${weight.toFixed(3).padStart(7)}  ${column}${describeRead(read)}`;
    }),
    '',
    `on thirds kept apart (mean of ${runs} seeded shuffles)     AUC    ECE`,
    ...[{ name: 'logistic model', auc, ece }, ...rivals].map(
      (row) => `  ${row.name.padEnd(46)}${row.auc.toFixed(4)} ${row.ece.toFixed(4)}`,
    ),
    'AUC: chance that a buyer scores above another; ECE: mean miss of the chance',
    `told, over ten bins. These are ${model.label}.`,
  ];
}

/**
 * Fits session totals with a purchase or without, and says how well that predicts; the model goes to `out`.
 *
 * Resolves to the exit code. Rejects with one line when the file cannot be read or fitted.
 */
export async function fitIntentFile(
  { file, out }: { readonly file: string; readonly out?: string | undefined },
  { output, json }: { readonly output: Output; readonly json: boolean },
): Promise<number> {
  const rows = readIntentRows(await readTextFile(file), file);
  const { model, evaluation } = fitted(rows, file);
  if (out !== undefined) await writeJson(out, model);
  if (json) {
    output.out(JSON.stringify({ model, evaluation }, null, 2));
    return EXIT.done;
  }
  const { sessions, buyers } = model.fit;
  output.out(`${file}: ${count(sessions)} sessions, ${count(buyers)} with a purchase; ${model.label}`);
  const next = out === undefined ? 'next: the same with --out intent.json, to keep the model' : `${out} written`;
  for (const line of [...reportLines(model, evaluation), '', next]) output.out(line);
  return EXIT.done;
}

function fitted(
  rows: ReturnType<typeof readIntentRows>,
  file: string,
): { readonly model: IntentModel; readonly evaluation: IntentEvaluation } {
  try {
    return { model: fitIntent(rows), evaluation: evaluateIntent(rows) };
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
