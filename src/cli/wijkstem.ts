import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What was compiled at one start is there at the next: that is half of the time until the first answer.
enableCompileCache(join('node_modules', '.cache', 'wijkstem'));

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

type Command = (options: readonly string[]) => Promise<void>;

/** Each is loaded when it is asked for: a server needs nothing of the others. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
	serve: async () => (await import('./serve.ts')).serve,
	setup: async () => (await import('./setup.ts')).setUpAtTerminal,
	'token create': async () => (await import('./token.ts')).createTokenAtTerminal,
	'demo load': async () => (await import('./demo.ts')).loadDemoFromTerminal,
	'user add': async () => (await import('./user.ts')).addUserAtTerminal,
	'user disable': async () => (await import('./user.ts')).disableUserAtTerminal,
	migrate: async () => (await import('./migrate.ts')).migrateFromTerminal,
	check: async () => (await import('./check.ts')).checkAtTerminal
};

const [first = 'help', second = '', ...rest] = process.argv.slice(2);
const two = commands[`${first} ${second}`];
const one = commands[first];
try {
	if (two) await (await two())(rest);
	else if (one) await (await one())([second, ...rest]);
	else {
		process.stderr.write(help);
		process.exitCode = first === 'help' ? 0 : 2;
	}
} catch (error) {
	const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
	process.stderr.write(`wijkstem: ${error instanceof Error ? error.message : String(error)}${cause}\n`);
	process.exitCode = 1;
}
