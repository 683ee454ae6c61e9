import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import importOrder from 'eslint-plugin-simple-import-sort';
import tseslint from 'typescript-eslint';

export default defineConfig(
  // The script for a Windows server is plain JavaScript without a project around it; its test runs it.
  {
    ignores: [
      'dist/',
      '.astro/',
      'node_modules/',
      'test-results/',
      '.cache/',
      'tests/fixtures/',
      'docs/due/when-due.mjs',
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    plugins: { 'import-order': importOrder },
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      // Node's own, then packages, then the rooms by their names, then neighbours: one order, so that a merge meets no reshuffle.
      'import-order/imports': ['error', { groups: [['^node:', '^@?\\w', '^#', '^\\.\\.', '^\\.']] }],
      'no-console': 'error',
      // The full-width space is a character of Chinese print; it may stand in texts, not in code.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true }],
      eqeqeq: 'error',
    },
  },
  // node:test's describe and it return promises that the runner awaits.
  {
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/explicit-function-return-type': 'off',
    },
  },
  // The desk's one script, as the browser gets it: nothing is built for the desk.
  {
    files: ['src/desk/assets/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'clearTimeout',
          'clearInterval',
          'document',
          'DOMParser',
          'Event',
          'EventSource',
          'fetch',
          'FormData',
          'location',
          'navigator',
          'setInterval',
          'setTimeout',
          'URL',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { '@typescript-eslint/explicit-function-return-type': 'off' },
  },
  {
    files: ['*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/explicit-function-return-type': 'off' },
  },
);
