import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import './prepared.ts';

/** A folder for what the tests of this run make once; it goes with the run. */
export default function setup(project: TestProject) {
	const folder = mkdtempSync(join(tmpdir(), 'wijkstem-prepared-'));
	project.provide('prepared', folder);
	return () => rmSync(folder, { recursive: true, force: true });
}
