import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { noTextOutsideCatalogue } from './scripts/lint/no-text-outside-catalogue.mjs';
import { otherModulesByName } from './scripts/lint/other-modules-by-name.mjs';

const house = {
	rules: {
		'no-text-outside-catalogue': noTextOutsideCatalogue,
		'other-modules-by-name': otherModulesByName
	}
};

const NO_CLOCK = [
	{
		selector:
			"NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
		message: 'The clock is an input: take ctx.now().'
	},
	{
		selector: "MemberExpression[object.name='Date'][property.name='now']",
		message: 'The clock is an input: take ctx.now().'
	},
	{
		selector: "MemberExpression[object.name='Math'][property.name='random']",
		message: 'Take newToken, newId or newCode of #lib/server/crypto.ts.'
	}
];

const NO_FORGED_PERMIT = {
	selector: ":matches(TSAsExpression, TSTypeAssertion) TSTypeReference[typeName.name='Permit']",
	message: 'A permit comes from authorize() only: it is the proof that a rule said yes.'
};

// Every rule of our own choice here is seeded in tests/guards/habits.test.ts.
export default ts.config(
	{
		ignores: [
			'.svelte-kit/',
			'build/',
			'data/',
			'drizzle/',
			'src/lib/paraglide/',
			'test-results/',
			'bench/bare/'
		]
	},
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		plugins: { house },
		rules: {
			eqeqeq: 'error',
			// TypeScript knows which names exist.
			'no-undef': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			'no-restricted-syntax': ['error', NO_FORGED_PERMIT]
		}
	},
	{
		files: ['**/*.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }]
		}
	},
	{
		files: ['src/**', 'server.ts'],
		ignores: ['src/lib/server/clock.ts', 'src/lib/server/crypto.ts', '**/*.test.ts'],
		rules: {
			'no-restricted-syntax': ['error', ...NO_CLOCK, NO_FORGED_PERMIT],
			'house/other-modules-by-name': 'error'
		}
	},
	{ files: ['src/lib/kernel/**'], rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK] } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/no-inline-styles': 'error',
			'house/no-text-outside-catalogue': 'error',
			// {' '} is how a space survives the formatter; letters are refused by our own rule.
			'svelte/no-useless-mustaches': 'off',
			// Addresses carry a language prefix of our own: they go through joinPath.
			'svelte/no-navigation-without-resolve': 'off'
		}
	}
);
