import { parseArgs } from 'node:util';
import { createToken } from '../lib/server/commands/create-token.ts';
import { contextAtTerminal, orFail, withRunning } from './terminal.ts';

/** Makes a personal token; the token is the only thing on standard output. */
export const createTokenAtTerminal = async (given: readonly string[]): Promise<void> => {
	const { values } = parseArgs({
		args: [...given],
		options: {
			email: { type: 'string' },
			project: { type: 'string' },
			scope: { type: 'string', default: 'read' },
			days: { type: 'string', default: '90' }
		}
	});
	const { email, project, scope, days } = values;
	if (!email) throw new Error('use: token create --email E [--project P] [--scope write] [--days 90]');
	await withRunning(async (running) => {
		const input = { name: 'terminal', scope, projectId: project ?? null, days: Number(days) };
		const { token } = orFail(await createToken(await contextAtTerminal(running, email), input));
		process.stdout.write(`${token}\n`);
	});
};
