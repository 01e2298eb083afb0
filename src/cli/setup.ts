import { parseArgs } from 'node:util';
import { setUpFromTerminal } from '../lib/server/commands/set-up.ts';
import { entranceAtTerminal, orFail, readStandardInput, withRunning } from './terminal.ts';

/** Makes the first administrator; refuses when there is one. */
export const setUpAtTerminal = async (given: readonly string[]): Promise<void> => {
	const { values } = parseArgs({
		args: given.filter((word) => word !== ''),
		options: { email: { type: 'string' }, name: { type: 'string' }, 'password-stdin': { type: 'boolean' } }
	});
	const { email } = values;
	if (!email || !values['password-stdin']) throw new Error('use: setup --email E [--name N] --password-stdin');
	const password = await readStandardInput();
	await withRunning(async (running) => {
		const input = { email, name: values.name ?? email.split('@')[0] ?? email, password };
		orFail(await setUpFromTerminal(entranceAtTerminal(running), input));
		process.stderr.write(`made the first administrator ${email}\n`);
	});
};
