// schema.org data from a page, in one shape whichever way it was written. All of it is a claim of the page, and
// limits bound what a hostile page can make a reader do.

/** Something described: its types without the vocabulary's address, and its properties. */
export interface SchemaNode {
  readonly types: readonly string[];
  readonly props: ReadonlyMap<string, readonly SchemaValue[]>;
}

/** A property's value: text, or something described in turn. */
export type SchemaValue = string | SchemaNode;

/** How deep descriptions may be nested, and how many a page may have. */
export const SCHEMA_LIMITS = { depth: 12, nodes: 2000, text: 512, script: 1_000_000 } as const;

/** `https://schema.org/Product` and `schema:Product` are `Product`. */
export function typeName(type: string): string {
  return type.trim().replace(/^.*[/#:]/, '');
}

/** White space as one blank, and no longer than a reader needs. */
export function shortText(text: string): string {
  return text
    .slice(0, 4 * SCHEMA_LIMITS.text)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, SCHEMA_LIMITS.text);
}

/** The texts of a property; of something described, its name. */
export function textsOf(node: SchemaNode, property: string): readonly string[] {
  return (node.props.get(property) ?? [])
    .map((value) => (typeof value === 'string' ? value : (textsOf(value, 'name')[0] ?? '')))
    .filter((text) => text !== '');
}

/** What is described under a property. */
export function nodesOf(node: SchemaNode, property: string): readonly SchemaNode[] {
  return (node.props.get(property) ?? []).filter((value) => typeof value !== 'string');
}
