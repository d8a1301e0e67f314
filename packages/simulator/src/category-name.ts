/**
 * One part of a category path as the engine can take it.
 *
 * The engine joins the parts of a path with `/`, so a slash inside a part would look like one more
 * level: `CANDY/GUM` becomes `CANDY & GUM`. The data's `NA` for a missing part gives `undefined`.
 */
export function categoryPart(text: string | undefined): string | undefined {
  if (text === undefined || text === '' || text === 'NA') return undefined;
  return text.replaceAll('/', ' & ');
}

/** A path from the widest to the narrowest category, up to the first part that is missing. */
export function categoryPath(parts: readonly (string | undefined)[]): readonly string[] {
  const path: string[] = [];
  for (const part of parts.map(categoryPart)) {
    if (part === undefined) break;
    path.push(part);
  }
  return path;
}
