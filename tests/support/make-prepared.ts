// node tests/support/make-prepared.ts FOLDER [demo]: a data folder with people, tokens and perhaps the demo (prepared.ts).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contextAtTerminal, entranceAtTerminal, orFail } from '../../src/cli/terminal.ts';
import { addUser } from '../../src/lib/server/commands/add-user.ts';
import { createToken } from '../../src/lib/server/commands/create-token.ts';
import { loadDemo } from '../../src/lib/server/commands/load-demo.ts';
import { setUpFromTerminal } from '../../src/lib/server/commands/set-up.ts';
import { readSettings } from '../../src/lib/server/settings.ts';
import { open } from '../../src/lib/server/start.ts';
import { appEnvironment } from './app.ts';
import { emailOf, password, people, tokenFile } from './prepared-people.ts';

const [folder = '', what = ''] = process.argv.slice(2);
const running = await open(readSettings(appEnvironment(folder, 3000)));
try {
	const entrance = entranceAtTerminal(running);
	const [first, ...others] = people;
	orFail(await setUpFromTerminal(entrance, { email: emailOf(first), name: first, password }));
	for (const name of others)
		orFail(await addUser(entrance, { email: emailOf(name), name, password, isAdministrator: false }));
	for (const name of people)
		for (const scope of ['read', 'write'] as const) {
			const input = { name: 'test', scope, projectId: null, days: 90 };
			const { token } = orFail(await createToken(await contextAtTerminal(running, emailOf(name)), input));
			writeFileSync(join(folder, tokenFile(name, scope)), token);
		}
	if (what === 'demo') orFail(await loadDemo(await contextAtTerminal(running, null)));
} finally {
	await running.stop();
}
