/** The language an element stands in: the nearest `lang`, through shadow roots too; English where nothing says so. */
export function closestLang(element: Element): string {
  for (let from: Element | undefined = element; from;) {
    const said: string | null | undefined = from.closest('[lang]')?.getAttribute('lang');
    if (said) return said;
    const root: Node = from.getRootNode();
    from = root instanceof ShadowRoot ? root.host : undefined;
  }
  return 'en';
}

/** Which of the languages at hand to use: the wanted one, else its base, else English, else the first. */
export function bestLang(languages: readonly string[], wanted: string): string | undefined {
  const find = (lang: string): string | undefined => languages.find((one) => one.toLowerCase() === lang.toLowerCase());
  return find(wanted) ?? find(wanted.split('-')[0] ?? '') ?? find('en') ?? languages[0];
}
