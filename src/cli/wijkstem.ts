import { checkAtTerminal } from './check.ts';
import { loadDemoFromTerminal } from './demo.ts';
import { migrateFromTerminal } from './migrate.ts';
import { serve } from './serve.ts';
import { setUpAtTerminal } from './setup.ts';
import { createTokenAtTerminal } from './token.ts';
import { addUserAtTerminal, disableUserAtTerminal } from './user.ts';

const help = `Wijkstem

  serve                                          starts the app (npm start)
  setup --email E [--name N] --password-stdin    makes the first administrator
  user add --email E --name N [--administrator] [--password-stdin]
                                                 makes an account; without a password it prints a one-time link
  user disable --email E                         ends an account; what the person made stays
  token create --email E [--project P] [--scope write] [--days 90]
                                                 makes a token; it is the only thing on standard output
  demo load                                      loads the fictional demo project
  migrate                                        brings the database to the newest schema
  check                                          checks quotes, texts, trees, counts and the log; ends with 1 on a fault
`;

const commands: Readonly<Record<string, (options: readonly string[]) => Promise<void>>> = {
	serve,
	setup: setUpAtTerminal,
	'token create': createTokenAtTerminal,
	'demo load': loadDemoFromTerminal,
	'user add': addUserAtTerminal,
	'user disable': disableUserAtTerminal,
	migrate: migrateFromTerminal,
	check: checkAtTerminal
};

const [first = 'help', second = '', ...rest] = process.argv.slice(2);
const two = commands[`${first} ${second}`];
const one = commands[first];
try {
	if (two) await two(rest);
	else if (one) await one([second, ...rest]);
	else {
		process.stderr.write(help);
		process.exitCode = first === 'help' ? 0 : 2;
	}
} catch (error) {
	const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
	process.stderr.write(`wijkstem: ${error instanceof Error ? error.message : String(error)}${cause}\n`);
	process.exitCode = 1;
}
