import { parseAst } from 'rollup/parseAst';

// Everything in a browser, in Node and in an extension that can carry something off a page, as it looks in a program.

/** Names that are a way out wherever they stand: as a variable, a property, a key that is taken out, or a text. */
const NAMES = new Set([
  'fetch',
  'fetchLater',
  'XMLHttpRequest',
  'sendBeacon',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'Image',
  'Audio',
  'importScripts',
  'SharedWorker',
  'serviceWorker',
  'addModule',
  'FontFace',
  'Notification',
  'PushManager',
  'PaymentRequest',
  'cookieStore',
  'connectNative',
  'sendNativeMessage',
]);

/** Properties that are a way out, under names too common to be looked for as variables. */
const PROPERTIES = new Map([
  ['cookie', 'document.cookie'],
  ['connection', 'navigator.connection'],
  ['srcdoc', 'markup from text'],
  ['innerHTML', 'markup from text'],
  ['outerHTML', 'markup from text'],
  ['onmessage', 'message listener'],
]);

/** Methods by what calling them is. */
const CALLS = new Map([
  ['submit', 'form.submit'],
  ['requestSubmit', 'form.submit'],
  ['open', 'open('],
  ['addAll', 'caches.addAll'],
  ['insertAdjacentHTML', 'markup from text'],
  ['setHTMLUnsafe', 'markup from text'],
  ['parseFromString', 'markup from text'],
  ['createContextualFragment', 'markup from text'],
  ['postMessage', 'postMessage'],
]);

/** Properties that load or go somewhere once something is assigned to them. */
const LOADING = new Set(['href', 'src', 'srcset', 'action', 'formAction', 'poster', 'ping', 'background']);
const LOADING_TAGS = new Set(
  'img image script link iframe frame object embed form video audio source track base portal fencedframe input use'.split(
    ' ',
  ),
);
const GLOBALS = new Set(['globalThis', 'self', 'window', 'navigator', 'document', 'top', 'parent', 'opener']);
const LISTENERS = new Set(['message', 'unload', 'beforeunload']);
const NODE_NETWORK = /^(node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises|child_process|cluster|inspector)$/;
const ADDRESS = /^([a-z][a-z0-9+.-]*:)?\/\//i;

/** What a text can do once it becomes markup, style or an address. */
const TEXTS = [
  ['url(', /\burl\(/gi],
  ['@import', /@import\b/gi],
  [
    '<loading element',
    /<(?:img|image|script|link|iframe|frame|object|embed|form|video|audio|source|track|base|use)(?=[\s/>])/gi,
  ],
  ['ping=', /\bping\s*=/gi],
  ['speculation rules', /speculationrules/gi],
  ['refresh', /http-equiv=["']?refresh/gi],
  ['address', /\b(?:https?|wss?|ftp|stun|turns?):(?:\/\/)?(?=[\w[])/gi],
];

const HTML_TEXTS = [...TEXTS, ['inline script', /\son[a-z]+\s*=/gi]];

const countsOf = (text, texts) =>
  texts.map(([primitive, pattern]) => [primitive, text.match(pattern)?.length ?? 0]).filter(([, count]) => count > 0);

const textOf = (node) => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node?.type === 'TemplateLiteral' && node.expressions.length === 0 ? node.quasis[0].value.raw : undefined;
};

const nameOf = (node) => {
  if (node.type !== 'MemberExpression') return undefined;
  return node.computed ? textOf(node.property) : node.property.name;
};

const isLocation = (node) => node?.name === 'location' || (node !== undefined && nameOf(node) === 'location');
const isOwnFile = (node) =>
  node?.type === 'NewExpression' && node.callee.name === 'URL' && !ADDRESS.test(textOf(node.arguments[0]) ?? '//');

function elementMade(name) {
  if (name === undefined) return 'element of any name';
  return LOADING_TAGS.has(name.toLowerCase()) ? `element ${name.toLowerCase()}` : undefined;
}

function attributeSet(name) {
  if (name === undefined) return 'attribute of any name';
  return LOADING.has(name) || name.startsWith('on') || name === 'style' ? `attribute ${name}` : undefined;
}

const CALLED = {
  createElement: ([name]) => elementMade(textOf(name)),
  createElementNS: ([, name]) => elementMade(textOf(name)),
  setAttribute: ([name]) => attributeSet(textOf(name)),
  setAttributeNS: ([, name]) => attributeSet(textOf(name)),
  addEventListener: ([type]) => (LISTENERS.has(textOf(type)) ? `${textOf(type)} listener` : undefined),
};

function calledMember(callee, args) {
  const name = nameOf(callee);
  if (isLocation(callee.object)) return 'location';
  if (['write', 'writeln'].includes(name) && callee.object.name === 'document') return 'markup from text';
  if (name === 'create' && ['tabs', 'windows'].includes(nameOf(callee.object))) return 'open(';
  return (Object.hasOwn(CALLED, name ?? '') ? CALLED[name](args) : undefined) ?? CALLS.get(name);
}

function calledName(name, args) {
  if (name === 'open') return 'open(';
  if (name === 'postMessage') return 'postMessage';
  if (name === 'eval' || name === 'Function') return 'code from text';
  if (['setTimeout', 'setInterval'].includes(name) && textOf(args[0]) !== undefined) return 'code from text';
  return name === 'addEventListener' ? CALLED.addEventListener(args) : undefined;
}

const called = ({ callee, arguments: args }) =>
  callee.type === 'MemberExpression' ? calledMember(callee, args) : calledName(callee.name, args);

function assigned({ left }) {
  if (isLocation(left) || (left.type === 'MemberExpression' && isLocation(left.object))) return 'location';
  const name = left.type === 'MemberExpression' ? nameOf(left) : undefined;
  return LOADING.has(name) ? `.${name} =` : undefined;
}

const imported = (source) => {
  const text = textOf(source);
  if (text === undefined) return 'import() of any address';
  if (NODE_NETWORK.test(text)) return 'network of Node';
  return ADDRESS.test(text) ? 'import from an address' : undefined;
};

const made = ({ callee, arguments: [first] }) => {
  if (callee.name === 'Function') return 'code from text';
  if (callee.name !== 'Worker' && nameOf(callee) !== 'Worker') return undefined;
  return isOwnFile(first) || (textOf(first) ?? '//').startsWith('.') ? 'Worker of a file' : 'Worker of any address';
};

function member(node) {
  const name = nameOf(node);
  if (name === undefined) return GLOBALS.has(node.object.name) ? 'global by a name made up' : undefined;
  return NAMES.has(name) ? name : PROPERTIES.get(name);
}

/** What is handed on is no longer seen by its name: `const g = globalThis; g['fe' + 'tch']()`. */
const handedOn = (name, isObject) => (name === 'globalThis' && !isObject ? 'the global handed on' : undefined);

// by the type of a node: what it is, if it is a way out
const FINDERS = {
  CallExpression: called,
  NewExpression: made,
  AssignmentExpression: assigned,
  MemberExpression: member,
  ImportExpression: ({ source }) => imported(source),
  ImportDeclaration: ({ source }) => imported(source),
  ExportAllDeclaration: ({ source }) => imported(source),
  ExportNamedDeclaration: ({ source }) => (source ? imported(source) : undefined),
  Property: ({ key, computed }, parent) =>
    parent.type === 'ObjectPattern' && !computed && NAMES.has(key.name) ? key.name : undefined,
  Identifier: ({ name }, parent, slot) => {
    if ((parent.type === 'MemberExpression' && slot === 'property') || slot === 'key') return undefined;
    return NAMES.has(name) ? name : handedOn(name, parent.type === 'MemberExpression');
  },
};

// a program inside a text, as the worker that a page starts from a Blob
const PROGRAM_LENGTH = 2000;

function programIn(text) {
  if (text.length < PROGRAM_LENGTH) return undefined;
  try {
    return parseAst(text);
  } catch {
    return undefined; // a long text, but no program
  }
}

function inText(text, hit) {
  if (NAMES.has(text)) hit(text);
  const program = programIn(text);
  if (program) walk(program, { parent: program, slot: '' }, (primitive) => hit(`${primitive} (in a text)`));
  else for (const [primitive, count] of countsOf(text, TEXTS)) for (let i = 0; i < count; i += 1) hit(primitive);
}

const isText = (node) => node.type === 'TemplateElement' || (node.type === 'Literal' && typeof node.value === 'string');

function walk(node, { parent, slot }, hit) {
  const primitive = FINDERS[node.type]?.(node, parent, slot);
  if (primitive !== undefined) hit(primitive, node);
  // what `a['fetch']` names is counted where it is looked up
  if (isText(node) && !(parent.type === 'MemberExpression' && slot === 'property')) {
    inText(node.type === 'TemplateElement' ? node.value.raw : node.value, (found) => hit(found, node));
  }
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') walk(child, { parent: node, slot: key }, hit);
    }
  }
}

/** Every way out of a program: what it is, and where in the text it starts. */
export function waysOutOfProgram(code) {
  const found = [];
  const program = parseAst(code);
  walk(program, { parent: program, slot: '' }, (primitive, { start = 0 } = {}) => found.push({ primitive, start }));
  return found;
}

/** Every way out of a style sheet or a page. The addresses of a page's own files are ways in, and are counted with them. */
export function waysOutOfText(text, { html }) {
  return countsOf(text, html ? HTML_TEXTS : TEXTS).flatMap(([primitive, count]) =>
    Array.from({ length: count }, () => ({ primitive, start: 0 })),
  );
}
