import { execFileSync } from 'node:child_process';

/**
 * How long this machine takes for 100 million steps of plain arithmetic, in milliseconds: the best of five. Machines that
 * are shared run at another speed from one hour to the next; beside this number the figures of two runs can be compared.
 * It is measured in a process of its own: in one that has done other work the same steps are compiled in another way, and
 * take up to six times as long on a machine that is as fast as before.
 */
export const yardstick = (): number =>
	Number(execFileSync(process.execPath, ['--eval', program], { encoding: 'utf8' }));

const program = `
const steps = (from, count) => {
	let sum = from;
	for (let step = 0; step < count; step += 1) sum = Math.imul(sum, 31) ^ step;
	return sum;
};
const times = [0, 1, 2, 3, 4].map(() => {
	const from = performance.now();
	let sum = 0;
	for (let call = 0; call < 1000; call += 1) sum = steps(sum, 100_000);
	if (Number.isNaN(sum)) throw new Error('no number');
	return performance.now() - from;
});
console.log(Math.min(...times));
`;
