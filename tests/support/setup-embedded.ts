import type { TestProject } from 'vitest/node';
import { embeddedDump } from './embedded-dump.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** which database the store tests of this project run on */
		database: { kind: 'embedded'; dumpFile: string } | { kind: 'server'; url: string; template: string };
	}
}

export default async function setup(project: TestProject) {
	project.provide('database', { kind: 'embedded', dumpFile: await embeddedDump() });
}
