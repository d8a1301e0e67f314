/** Hands over a file that was made here: nothing is asked of anybody for it. */
export function saveFile(name: string, { text, type }: { readonly text: string; readonly type: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // in a task of its own: some browsers read the file only then
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 0);
}
