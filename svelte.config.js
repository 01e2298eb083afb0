import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	onwarn: (warning) => {
		throw new Error(`${warning.code} in ${warning.filename}: ${warning.message}`);
	},
	kit: {
		adapter: adapter({ out: 'build', precompress: false }),
		// Checked in hooks.server.ts, which asks it of every kind of request but lets a program with a token upload files.
		csrf: { trustedOrigins: ['*'] },
		// package.json's imports resolve #lib at run time; svelte-check needs it as a path to see into components.
		alias: { '#lib': 'src/lib' },
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		}
	}
};
