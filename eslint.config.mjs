import { config as official } from '@n8n/node-cli/eslint';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// What n8n loads is held to n8n's own configuration, unchanged. The tools around it run in plain Node, where rules such as
// "no file system" would be wrong.
export default defineConfig(
	globalIgnores(['dist', 'coverage', '**/node_modules']),
	{ files: ['nodes/**', 'credentials/**', 'package.json'], extends: [official] },
	{
		files: ['{sandbox,scripts,test,bench,examples}/**/*.ts'],
		extends: [js.configs.recommended, tseslint.configs.recommended, tseslint.configs.stylistic],
	},
	{ files: ['**/*.{js,mjs,cjs}'], extends: [js.configs.recommended] },
	{
		files: ['**/*.{js,mjs,cjs}'],
		languageOptions: {
			globals: {
				console: 'readonly',
				process: 'readonly',
				require: 'readonly',
				module: 'writable',
				exports: 'writable',
				__dirname: 'readonly',
			},
		},
	},
);
