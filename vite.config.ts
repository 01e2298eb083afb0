import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/**
 * Fewer and larger files for the browser: by itself a bundler cuts the desk into some 150 of them, and asking for each
 * costs more than what is in it. What several pages share goes together; what one page needs stays its own.
 */
const fewerFiles: Plugin = {
	name: 'wijkstem:fewer-files',
	apply: 'build',
	outputOptions(options) {
		if (this.environment.name !== 'client') return;
		return {
			...options,
			codeSplitting: {
				groups: [
					{ name: 'svelte', test: /node_modules\/(svelte|esm-env|@sveltejs)\//, priority: 2 },
					{
						name: 'shared',
						test: /\/src\/lib\//,
						minShareCount: 2,
						priority: 1,
						entriesAware: true,
						entriesAwareMergeThreshold: 20_000
					}
				]
			}
		};
	}
};

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale']
		}),
		sveltekit(),
		fewerFiles
	],
	server: { host: '127.0.0.1' }
});
