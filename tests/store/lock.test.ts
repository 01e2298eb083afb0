import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../src/lib/server/store/lock.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'wijkstem-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that takes the folder and holds it until it is ended. */
const otherProcess = async () => {
	const script = `
		import { lockFolder } from ${JSON.stringify(join(process.cwd(), 'src/lib/server/store/lock.ts'))};
		await lockFolder(${JSON.stringify(folder)});
		console.log('held');
		setInterval(() => {}, 1000);`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await once(child.stdout, 'data');
	return child;
};

test('a folder that another process holds is refused, and the message says what to do', async () => {
	const child = await otherProcess();
	try {
		await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
		await expect(lockFolder(folder)).rejects.toThrow(/in use by another Wijkstem process; stop that one first/);
	} finally {
		child.kill('SIGKILL');
		await once(child, 'exit');
	}
});

test('a folder whose holder was killed is free at once', async () => {
	const child = await otherProcess();
	child.kill('SIGKILL');
	await once(child, 'exit');
	const lock = await lockFolder(folder);
	await lock.release();
});

test('a folder can be taken once within a process too', async () => {
	const lock = await lockFolder(folder);
	await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
	await lock.release();
});

test('a released folder can be taken again, and releasing twice does no harm', async () => {
	const first = await lockFolder(folder);
	await first.release();
	await first.release();
	const second = await lockFolder(folder);
	await second.release();
});
