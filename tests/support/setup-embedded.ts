import type { TestProject } from 'vitest/node';
import { embeddedFolder } from './embedded-files.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** which database the store tests of this project run on */
		database: { kind: 'embedded'; folder: string } | { kind: 'server'; url: string; template: string };
	}
}

export default async function setup(project: TestProject) {
	project.provide('database', { kind: 'embedded', folder: await embeddedFolder() });
}
