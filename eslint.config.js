import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { importRules, pureRules } from './scripts/lint/layers.js';

const TESTS = ['**/*.test.ts', 'packages/*/test/**/*.ts'];

// What no rule of its own forbids.
const FORBIDDEN_SYNTAX = [
  { selector: 'TSAsExpression > TSAsExpression', message: 'a double cast hides a wrong type' },
  { selector: 'ExportAllDeclaration[exported=null]', message: 'name each export' },
];
const MARKUP_FROM_TEXT = [
  {
    selector:
      "AssignmentExpression[left.property.name=/^(inner|outer)HTML$/], CallExpression[callee.property.name='insertAdjacentHTML']",
    message: 'text becomes markup here: use a template',
  },
];

export default defineConfig(
  { ignores: ['**/dist/', '**/.types/', '**/.build/', '**/coverage/', 'docs/api/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  // a list of names, each on its line because each must be named, has no complexity to bound
  { files: ['packages/*/src/**/index.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.{js,mjs}'],
    // scripts run in Node; what they hand to a page runs there
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['e2e/**/*.mjs'],
    languageOptions: { globals: { tactful: 'readonly' } }, // what the fixture pages leave for the tests
  },
  {
    files: ['**/*.ts'],
    ignores: ['**/*.d.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'packages/tactful/src/*/tsconfig.json',
          'packages/tactful/tsconfig.test.json',
          'packages/simulator/src/tsconfig.json',
          'packages/simulator/tsconfig.test.json',
          'playground/tsconfig.json',
          'extension/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      // enums are not in the language here (erasableSyntaxOnly), and looking for them takes seconds
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  ...importRules({ syntax: [...FORBIDDEN_SYNTAX, ...MARKUP_FROM_TEXT], testSyntax: FORBIDDEN_SYNTAX }),
  pureRules,
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // chai: expect(x).to.be.true
      '@typescript-eslint/max-params': 'off',
      'max-lines': 'off',
    },
  },
);
