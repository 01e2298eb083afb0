import { PGlite } from '@electric-sql/pglite';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataFolder, runCli, startApp } from '../support/app.ts';

const email = 'ada@example.org';
const password = 'een lange zin voor de test';

let folder: string;
const run = (...words: string[]) => runCli(folder, words);

beforeAll(() => {
	folder = newDataFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Changes the database behind everybody's back. */
const tamper = async (sql: string) => {
	const database = await PGlite.create(`${folder}/database`);
	await database.exec(sql);
	await database.close();
};

// One story in order: each step needs the one before.
describe('the command line', () => {
	test('says what it can do, and refuses what it does not know', () => {
		expect(run('help')).toMatchObject({ status: 0 });
		expect(run('help').stderr).toMatch(
			/setup[\s\S]*user add[\s\S]*token create[\s\S]*demo load[\s\S]*migrate[\s\S]*check/
		);
		expect(run('dans').status).toBe(2);
	});

	test('makes the first administrator once, with the password from standard input', () => {
		const setup = ['setup', '--email', email, '--password-stdin'];
		expect(runCli(folder, setup, 'kort').status).toBe(1);
		expect(runCli(folder, setup, password)).toMatchObject({ status: 0, stdout: '' });
		const again = runCli(folder, ['setup', '--email', 'eva@example.org', '--password-stdin'], password);
		expect(again.status).toBe(1);
		expect(again.stderr).toMatch(/already/i);
	});

	test('makes an account with a one-time link, and ends it; the last administrator stays', () => {
		const added = run('user', 'add', '--email', 'bea@example.org', '--name', 'Bea');
		expect(added).toMatchObject({ status: 0 });
		expect(added.stdout).toMatch(/^http:\/\/localhost:3000\/invitation\?key=\S{20,}\n$/);
		expect(run('user', 'add', '--email', 'bea@example.org', '--name', 'Bea').status).toBe(1);
		expect(run('user', 'disable', '--email', 'bea@example.org').status).toBe(0);
		expect(run('user', 'disable', '--email', 'bea@example.org').status).toBe(1);
		expect(run('user', 'disable', '--email', email).stderr).toMatch(/last administrator/);
	});

	test('prints a token and nothing else', () => {
		const made = run('token', 'create', '--email', email, '--scope', 'write', '--days', '1');
		expect(made.status).toBe(0);
		expect(made.stdout).toMatch(/^\S{30,}\n$/);
		expect(run('token', 'create', '--email', email, '--scope', 'everything').status).toBe(1);
		expect(run('token', 'create', '--email', 'niemand@example.org').status).toBe(1);
	});

	test('loads the demo, and finds that all is well', () => {
		expect(run('demo', 'load').status).toBe(0);
		const checked = run('check');
		expect(checked.status, checked.stdout).toBe(0);
		expect(checked.stdout).toMatch(/sources 15.*codings 244/);
		expect(checked.stdout).toMatch(/all is well\n$/);
	});

	test('migrating a database of today changes nothing', () => {
		expect(run('migrate').status).toBe(0);
		expect(run('check').status).toBe(0);
	});

	test('refuses with a clear message while a server holds the embedded database', async () => {
		const app = await startApp({ dataFolder: folder });
		try {
			const refused = run('check');
			expect(refused.status).toBe(1);
			expect(refused.stderr).toMatch(/in use|another/i);
			expect(refused.stderr).not.toMatch(/at .*:\d+:\d+/);
		} finally {
			await app.kill();
		}
		// Nor does the lock of a server that was killed stand in the way.
		expect(run('check').status).toBe(0);
	});

	test('finds every kind of damage, by id and without words', async () => {
		await tamper(`
			update codings set quote = 'andere woorden' where id = (select min(id::text)::uuid from codings);
			update source_versions set text = text || '!' where source_id = (select min(source_id::text)::uuid from source_versions);
			update coding_counts set codings = codings + 1 where ctid = (select min(ctid) from coding_counts);
			delete from code_ancestors where ctid = (select min(ctid) from code_ancestors where code_id <> ancestor_id);
			update audit_events set action = 'nothing' where sequence = 1;
		`);
		const checked = run('check');
		expect(checked.status).toBe(1);
		for (const kind of [
			'quote-differs',
			'text-changed',
			'length-differs',
			'count-differs',
			'ancestors-differ',
			'audit-changed'
		])
			expect(checked.stdout).toMatch(new RegExp(`^${kind} `, 'm'));
		expect(checked.stdout).not.toMatch(/andere woorden/);
	});
});
