import { parseArgs } from 'node:util';
import { addUser } from '../lib/server/commands/add-user.ts';
import { disableUser } from '../lib/server/commands/disable-user.ts';
import { personOf } from '../lib/server/views/person.ts';
import { contextAtTerminal, entranceAtTerminal, orFail, readStandardInput, withRunning } from './terminal.ts';

/** Makes an account: with a password, or with a one-time link, which is then the only thing on standard output. */
export const addUserAtTerminal = async (given: readonly string[]): Promise<void> => {
	const { values } = parseArgs({
		args: [...given],
		options: {
			email: { type: 'string' },
			name: { type: 'string' },
			administrator: { type: 'boolean', default: false },
			'password-stdin': { type: 'boolean', default: false }
		}
	});
	const { email, name } = values;
	if (!email || !name) throw new Error('use: user add --email E --name N [--administrator] [--password-stdin]');
	const password = values['password-stdin'] ? await readStandardInput() : undefined;
	await withRunning(async (running) => {
		const input = { email, name, isAdministrator: values.administrator, ...(password !== undefined && { password }) };
		const { key } = orFail(await addUser(entranceAtTerminal(running), input));
		process.stderr.write(`made the account ${email}\n`);
		if (key !== null) process.stdout.write(`${running.settings.origin}/invitation?key=${key}\n`);
	});
};

/** Ends an account; what the person made stays. */
export const disableUserAtTerminal = async (given: readonly string[]): Promise<void> => {
	const { values } = parseArgs({ args: [...given], options: { email: { type: 'string' } } });
	const { email } = values;
	if (!email) throw new Error('use: user disable --email E');
	await withRunning(async (running) => {
		const { userId } = orFail(await personOf(running.store.db, email));
		orFail(await disableUser(await contextAtTerminal(running, null), { userId }));
		process.stderr.write(`ended the account ${email}\n`);
	});
};
