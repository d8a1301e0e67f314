import { SCHEMA_LIMITS, shortText, typeName, type SchemaNode, type SchemaValue } from './schema-node.js';

interface Budget {
  nodes: number;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function valueOf(value: unknown, depth: number, budget: Budget): readonly SchemaValue[] {
  if (typeof value === 'string') return [shortText(value)];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (!isFields(value)) return [];
  // JSON-LD writes a typed or translated text as {"@value": ...}.
  if ('@value' in value) return valueOf(value['@value'], depth, budget);
  const node = nodeOf(value, depth, budget);
  return node ? [node] : [];
}

function nodeOf(fields: Readonly<Record<string, unknown>>, depth: number, budget: Budget): SchemaNode | undefined {
  if (depth >= SCHEMA_LIMITS.depth || budget.nodes >= SCHEMA_LIMITS.nodes) return undefined;
  budget.nodes += 1;
  const props = new Map<string, readonly SchemaValue[]>();
  for (const [key, value] of Object.entries(fields)) {
    if (key === '@type' || key === '@context') continue;
    const values = listOf(value).flatMap((one) => valueOf(one, depth + 1, budget));
    if (values.length > 0) props.set(key, values);
  }
  const types = listOf(fields['@type']).filter((type) => typeof type === 'string');
  return { types: types.map(typeName), props };
}

function parsed(text: string): unknown {
  if (text.length > SCHEMA_LIMITS.script) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a page that announces nonsense announces nothing
  }
}

/** Everything that a page describes in `<script type="application/ld+json">`; broken scripts are left out. */
export function readJsonLd(page: ParentNode): readonly SchemaNode[] {
  const budget: Budget = { nodes: 0 };
  const scripts = [...page.querySelectorAll('script[type="application/ld+json" i]')];
  return scripts.flatMap((script) =>
    listOf(parsed(script.textContent)).flatMap((root) => {
      const node = isFields(root) ? nodeOf(root, 0, budget) : undefined;
      return node ? [node] : [];
    }),
  );
}
