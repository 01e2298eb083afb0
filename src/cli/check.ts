import { checkIntegrity } from '../lib/server/views/integrity.ts';
import { withRunning } from './terminal.ts';

/** Checks that what is stored fits together; ends with 1 when something does not. */
export const checkAtTerminal = (): Promise<void> =>
	withRunning(async ({ store }) => {
		const { checked, faults, auditFaults } = await checkIntegrity(store.db);
		const counts = Object.entries(checked).map(([name, count]) => `${names[name] ?? name} ${count}`);
		process.stdout.write(`checked: ${counts.join(', ')}\n`);
		for (const { kind, id } of faults) process.stdout.write(`${kind} ${id}\n`);
		for (const { fault, sequence } of auditFaults) process.stdout.write(`audit-${fault} ${sequence}\n`);
		const found = faults.length + auditFaults.length;
		process.stdout.write(found === 0 ? 'all is well\n' : `found ${found} faults\n`);
		if (found > 0) process.exitCode = 1;
	});

const names: Readonly<Record<string, string>> = { versions: 'text versions', auditLines: 'lines of the log' };
