import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const pure = ['domain', 'words', 'import', 'privacy', 'query', 'agreement', 'merge', 'report', 'exchange', 'contract'];

export default ts.config(
	{ ignores: ['.svelte-kit/', 'build/', 'data/', 'src/lib/paraglide/', 'tests/fixtures/', 'static/'] },
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-console': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		rules: {
			// Our links are plain paths; Kit's resolve() would tie components to the router.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: pure.map((folder) => `src/lib/${folder}/**/*.ts`),
		rules: {
			'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'window', 'document'],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Time is an argument in pure folders.' },
				{ object: 'Math', property: 'random', message: 'Randomness is an argument in pure folders.' },
				{ object: 'crypto', property: 'randomUUID', message: 'Ids are arguments in pure folders.' }
			]
		}
	},
	{
		files: ['src/lib/ui/**/*.svelte', 'src/routes/**/*.svelte'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							group: ['#lib/server/*', '#lib/import/*', '#lib/report/*'],
							message: 'Components show values they are given.'
						},
						{
							group: ['#lib/contract/*'],
							allowTypeImports: true,
							message: 'Schemas stay on the server; import their types.'
						}
					]
				}
			],
			'@typescript-eslint/no-restricted-imports': 'off'
		}
	},
	{
		files: ['src/cli/**', 'tests/**'],
		rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' }
	}
);
