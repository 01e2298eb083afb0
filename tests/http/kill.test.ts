import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runCli, startApp, type App } from '../support/app.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';

const rounds = 5;

let app: App;
let token: string;
let base: string;
let sourceId: string;
let codeIds: readonly string[];
let words: number;

const call = (path: string, init: RequestInit = {}) =>
	fetch(`${app.origin}/api/v1${path}`, {
		...init,
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
	});
const items = async (path: string) =>
	((await (await call(path)).json()) as { items: { id: string; status?: string; isCodable?: boolean }[] }).items;

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	token = tokenIn(dataFolder);
	app = await startApp({ dataFolder });
	base = `/projects/${(await items('/projects'))[0]?.id}`;
	sourceId = (await items(`${base}/sources`)).find(({ status }) => status === 'released')?.id ?? '';
	codeIds = (await items(`${base}/codes`)).filter(({ isCodable }) => isCodable).map(({ id }) => id);
	words = [...((await (await call(`${base}/sources/${sourceId}`)).json()) as { text: string }).text].length;
});
afterAll(() => app.stop());

/** Codings that the server said it stored, one after the other, until it is gone. */
const codeUntilGone = async (from: number, acknowledged: string[]): Promise<number> => {
	for (let n = from; ; n += 1) {
		const start = (n * 7) % (words - 10);
		const body = JSON.stringify({ sourceId, codeId: codeIds[n % codeIds.length], start, end: start + 1 + (n % 9) });
		const answer = await call(`${base}/codings`, { method: 'POST', body }).catch(() => null);
		if (!answer) return n + 1;
		const coding = (await answer.json().catch(() => null)) as { id?: string } | null;
		if (answer.status === 201 && coding?.id) acknowledged.push(coding.id);
	}
};

test(`killed ${rounds} times while people code, the server loses no coding that it acknowledged`, async () => {
	const acknowledged: string[] = [];
	let next = 0;
	for (let round = 0; round < rounds; round += 1) {
		const coding = codeUntilGone(next, acknowledged);
		await new Promise((resolve) => setTimeout(resolve, 150 + 170 * round));
		// A machine that is busy may need longer for the first few.
		await vi.waitUntil(() => acknowledged.length > 4 * (round + 1), { timeout: 30_000, interval: 5 });
		await app.kill();
		next = await coding;
		await app.restart();
	}
	for (const id of acknowledged) expect((await call(`${base}/codings/${id}`)).status, id).toBe(200);
	await app.kill();
	const checked = runCli(app.dataFolder, ['check']);
	expect(checked.stdout).toMatch(/all is well/);
});
