import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArguments, findBrowser } from './tests/support/browser.ts';

/** Folders whose tests need a database; they run on both. */
const onDatabase = ['access', 'api', 'auth', 'commands', 'failures/store', 'store', 'views'].map(
	(folder) => `tests/${folder}/**/*.test.ts`
);

/** Modules are loaded once for all files of a worker; no test here leaves anything in them for the next. */
const shared = { isolate: false } as const;

/** Node loads the modules itself, as it does for the command line; else Vite would read and change each of them first. */
const native = { experimental: { viteModuleRunner: false, nodeLoader: false } } as const;

// Groups run one after the other, so that the slow ones do not take each other's processor.
export default defineConfig({
	test: {
		// one worker a core, where the runner would keep one core for itself; a browser and its server take two
		maxWorkers: '100%',
		// what the tests of a server begin with is made once for all projects
		globalSetup: 'tests/support/setup-prepared.ts',
		projects: [
			{
				plugins: [svelte()],
				test: {
					...shared,
					name: 'pure',
					include: ['tests/**/*.test.ts'],
					exclude: [...onDatabase, 'tests/cli/**', 'tests/http/**', '**/*.svelte.test.ts'],
					// hostile files of 100 MB, on a machine that does other work too
					testTimeout: 20_000,
					sequence: { groupOrder: 0 }
				}
			},
			{
				test: {
					...shared,
					...native,
					name: 'store-embedded',
					include: onDatabase,
					globalSetup: 'tests/support/setup-embedded.ts',
					testTimeout: 20_000,
					hookTimeout: 60_000,
					sequence: { groupOrder: 1 }
				}
			},
			{
				test: {
					...shared,
					...native,
					name: 'store-postgres',
					include: onDatabase,
					globalSetup: 'tests/support/setup-postgres.ts',
					testTimeout: 20_000,
					hookTimeout: 60_000,
					sequence: { groupOrder: 2 }
				}
			},
			{
				test: {
					...native,
					name: 'process',
					include: ['tests/{cli,http}/**/*.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 300_000,
					sequence: { groupOrder: 3 }
				}
			},
			{
				plugins: [svelte()],
				test: {
					...shared,
					name: 'browser',
					include: ['tests/**/*.svelte.test.ts'],
					setupFiles: 'tests/support/in-dutch.ts',
					unstubGlobals: true,
					// the machine may be busy; a wrong answer still fails, only later
					expect: { poll: { timeout: 10_000 } },
					sequence: { groupOrder: 4 },
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: { executablePath: findBrowser() ?? '', args: [...browserArguments] }
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			},
			{
				test: {
					...shared,
					...native,
					name: 'e2e',
					include: ['tests/e2e/**/*.e2e.ts'],
					setupFiles: 'tests/support/setup-e2e.ts',
					maxWorkers: 2,
					// the machine may be busy; a wrong answer still fails, only later
					expect: { poll: { timeout: 30_000 } },
					testTimeout: 240_000,
					hookTimeout: 300_000,
					// two browsers and two servers on two cores: a step that came too late is told as such and tried once more
					retry: 1,
					sequence: { groupOrder: 5 }
				}
			}
		]
	}
});
