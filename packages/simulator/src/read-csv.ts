import { parse } from 'csv-parse/sync';

/**
 * The rows of a CSV text by column name, every value as text.
 *
 * Throws an error in one line that names the file when a wanted column is missing or the text is
 * not CSV. Other columns are kept out.
 */
export function readCsv<Column extends string>(
  text: string,
  wanted: { readonly file: string; readonly columns: readonly Column[] },
): readonly Readonly<Record<Column, string>>[] {
  const { file, columns } = wanted;
  const rows = parseRows(text, file);
  const [head = [], ...lines] = rows;
  const places = columns.map((column) => head.indexOf(column));
  const missing = columns.filter((_, index) => places[index] === -1);
  if (missing.length > 0) throw new Error(`${file}: column missing: ${missing.join(', ')}`);
  // The keys are exactly `columns`; Object.fromEntries cannot know that.
  return lines.map(
    (line) =>
      Object.fromEntries(columns.map((column, index) => [column, line[places[index] ?? -1] ?? ''])) as Record<
        Column,
        string
      >,
  );
}

const DELIMITERS = [',', ';', '\t'] as const;

/** What stands between the names of the head: shops whose decimals have commas write semicolons. */
function delimiterOf(text: string): string {
  const head = (/[^\r\n]+/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => head.split(delimiter).length;
  return DELIMITERS.reduce((most, each) => (count(each) > count(most) ? each : most));
}

/** The rows of a CSV text with commas, semicolons or tabs, its head first; rows without content are left out. Throws one line that names the file. */
export function parseRows(text: string, file: string): readonly (readonly string[])[] {
  try {
    return parse(text, { skip_empty_lines: true, bom: true, delimiter: delimiterOf(text) });
  } catch (error) {
    // The parser's own message may quote the line: only its code is said.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new Error(`${file}: not CSV: ${code}`, { cause: error });
  }
}
