/** A text in lines of at most `width` characters, the first indented by `indent` and the others by two more. Words stay whole where they fit. */
export function wrapLine(text: string, how: { readonly width: number; readonly indent: number }): readonly string[] {
  const lines: string[] = [];
  let line = ' '.repeat(how.indent);
  let begun = false;
  for (const word of text.split(' ')) {
    if (begun && line.length + 1 + word.length > how.width) {
      lines.push(line);
      line = ' '.repeat(how.indent + 2) + word;
      continue;
    }
    line += begun ? ` ${word}` : word;
    begun = true;
  }
  return [...lines, line];
}
