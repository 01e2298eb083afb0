import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph } from 'docx';
import { clientOf, msOf, type Client, type Timed } from './client.ts';
import { sample, type Figure, type Must } from './figure.ts';
import { measureLive } from './live.ts';
import { measureManyUploads } from './many-uploads.ts';
import type { Place } from './place.ts';
import { randomFrom } from './random.ts';
import { measureWithdrawing } from './withdrawing.ts';
import type { SetName } from './workload.ts';

const reading = { runs: 30, warmUp: 5 } as const;
const adding = { runs: 200, warmUp: 20 } as const;
const heavy = { runs: 5, warmUp: 1 } as const;
const addedPerClient = { 1: 200, 8: 60, 32: 20 } as const;

/** Three times what a bare schema on PostgreSQL needs without an application in front, in milliseconds. */
const frequencyLimit: Readonly<Record<SetName, number>> = { S: 2.4, M: 26, L: 306 };
const areaLimit: Readonly<Record<SetName, number>> = { S: 5.1, M: 51, L: 504 };

/** At the server, in milliseconds: figures beside voices have to be there at once. */
const displayLimit: Readonly<Record<SetName, number>> = { S: 100, M: 100, L: 300 };

/** Figures beside voices: one pillar in one area, and all of them. */
export const measureDisplays = async (place: Place, set: SetName): Promise<readonly Figure[]> => {
	const client = clientOf(place.app.origin, place.token);
	const { projectId, pillarIds, areaIds } = place.project;
	const query = `pillarId=${pillarIds[0]}&areaId=${areaIds[0]}`;
	const figure = async (measure: string, call: () => Promise<Timed>): Promise<Figure> => {
		const samples = await samplesOf(call, reading);
		return { measure, workload: set, samples, unit: 'ms', must: { most: displayLimit[set] } };
	};
	const matrix = await signedIn(place);
	return [
		await figure('joint display of a pillar in an area', () =>
			client.get(`/api/v1/projects/${projectId}/joint-displays?${query}`)
		),
		await figure('matrix: all pillars and areas', () => matrix(`/projects/${projectId}`))
	];
};

/** What programs and pages ask of the server, over HTTP on loopback. */
export const measureOverHttp = async (place: Place, set: SetName, onPostgres: boolean): Promise<readonly Figure[]> => {
	const client = clientOf(place.app.origin, place.token);
	const { project, work } = place;
	const base = `/api/v1/projects/${project.projectId}`;
	const figures: Figure[] = [];
	const show = (measure: string, samples: readonly number[] | null, must: Must | null, note?: string) =>
		figures.push({ measure, workload: set, samples, unit: 'ms', must, ...(note && { note }) });
	const ask = async (measure: string, path: string, must: Must | null, times: Times = reading) =>
		show(measure, await samplesOf(() => client.get(path), times), must);

	const memoryAtRest = residentMemory(place.app.pid());
	const starting = await sample(
		async () => {
			await place.app.end();
			const from = performance.now();
			await place.app.restart();
			return performance.now() - from;
		},
		{ runs: 5, warmUp: 1 }
	);
	show('start to first answer, warm', starting, { most: 1_500 });

	const [leaf, parent] = mostUsed(place);
	await ask('quotes of one code, first 50', `${base}/codings?codeId=${leaf}&limit=50`, { most: 5 });
	await ask(
		'parent code with children, first 50',
		`${base}/codings?codeId=${parent}&includeDescendants=true&limit=50`,
		{ most: 10 }
	);
	await ask('code frequencies, all', `${base}/code-frequencies`, { most: frequencyLimit[set] });
	await ask('code × area', `${base}/crosstabs?columns=area`, { most: areaLimit[set] });
	await ask(
		'ask: pillar, area, group and valence, first 50',
		`${base}/codings?pillarId=${project.pillarIds[0]}&areaId=${project.areaIds[0]}&group=resident&valence=forward&limit=50`,
		null
	);
	const word = spokenOften(work.interviews[0]?.text ?? '');
	await ask('ask: a word in quotes, first 50', `${base}/codings?q=${word}&limit=50`, null);
	await ask('word search over all, first 50 with snippets', `${base}/search-results?text=${word}&limit=50`, {
		most: 15
	});
	await ask('interviews, first 50', `${base}/sources?limit=50`, null);
	await ask('codebook with counts', `${base}/codes?limit=500`, null);
	figures.push(...(await measureDisplays(place, set)));

	const draw = passages(place);
	const add = async () => msOf(await client.post(`${base}/codings`, draw()));
	show('add one coding', await sample(add, adding), { most: 5, p95: 15 });
	for (const clients of [1, 8, 32] as const) {
		const perSecond = await throughput(place, clients, addedPerClient[clients], draw);
		const must = onPostgres ? { least: 600 } : null;
		figures.push({
			measure: `added codings per second, ${clients} at once`,
			workload: set,
			samples: perSecond,
			unit: 'per second',
			must
		});
	}

	show('upload of an 8,000-word .docx', await uploads(client, place), { most: 400 });
	for (const [format, most] of [
		['csv', 3_000],
		['xlsx', 6_000]
	] as const) {
		const waits: number[] = [];
		const samples = await samplesOf(
			() => whileOthersAsk(client, `${base}/exports/quotes?format=${format}`, base, waits),
			heavy
		);
		show(`all quotes as ${format.toUpperCase()}`, samples, { most });
		if (samples)
			show(`longest wait of another reader during the ${format.toUpperCase()}`, waits.slice(1), { most: 100 });
	}

	const memory = (measure: string, megabytes: number | null) =>
		figures.push({
			measure,
			workload: set,
			samples: megabytes === null ? null : [megabytes],
			unit: 'MB',
			must: onPostgres ? { most: 200 } : null
		});
	memory('memory of the server at rest', memoryAtRest);
	figures.push(...(await measureWithdrawing(client, place, set)));
	if (set === 'S') figures.push(...(await measureLive(place)));
	if (set === 'S') figures.push(...(await measureManyUploads(client, place, set)));
	memory('memory of the server after all this', residentMemory(place.app.pid()));
	client.close();
	return figures;
};

/** A word that stands in many turns, as people look for: the most used one of seven letters or more, a label aside. */
const spokenOften = (text: string): string => {
	const words = text.match(/(?<!\p{L})[a-z]{7,}(?!\p{L})/gu) ?? [];
	const times = Map.groupBy(words, (word) => word);
	return [...times].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 'wijken';
};

type Times = { readonly runs: number; readonly warmUp: number };

/** Null when the server has no such route yet. */
const samplesOf = async (ask: () => Promise<Timed>, times: Times): Promise<number[] | null> => {
	const first = await ask();
	if (first.status === 404 && first.body.includes('route-unknown')) return null;
	return sample(async () => msOf(await ask()), times);
};

/** The leaf that was applied most, and the middle code with most codings on it and below it. */
const mostUsed = ({ work, project }: Place): readonly [leaf: string, parent: string] => {
	const counts = work.codes.map(() => ({ own: 0, below: 0 }));
	for (const { code } of work.codings) {
		const at = work.codes[code];
		const own = counts[code];
		if (own) own.own += 1;
		const above = at?.level === 2 && at.parent !== null ? counts[at.parent] : own;
		if (above) above.below += 1;
	}
	const most = (level: number, key: 'own' | 'below') =>
		counts.reduce(
			(found, count, index) =>
				work.codes[index]?.level === level && count[key] > (counts[found]?.[key] ?? -1) ? index : found,
			-1
		);
	return [project.codeIds[most(2, 'own')] ?? '', project.codeIds[most(1, 'below')] ?? ''];
};

/** Bodies of new codings: other passages of 5 to 40 words each time, with any leaf. */
const passages = ({ work, project }: Place) => {
	const random = randomFrom(7);
	return () => {
		const at = random.between(0, work.interviews.length - 1);
		const words = work.interviews[at]?.words ?? [];
		const first = random.between(0, words.length - 41);
		const code = random.between(0, project.codeIds.length - 1);
		return {
			sourceId: project.sourceIds[at],
			start: words[first]?.start,
			end: words[first + random.between(4, 39)]?.end,
			codeId: project.codeIds[code],
			valences: ['forward']
		};
	};
};

/** Codings per second that clients add side by side, each as soon as its last one was answered; five times. */
const throughput = async (place: Place, clients: number, each: number, draw: () => unknown): Promise<number[]> => {
	const path = `/api/v1/projects/${place.project.projectId}/codings`;
	const all = Array.from({ length: clients }, () => clientOf(place.app.origin, place.token));
	const perSecond = await sample(
		async () => {
			const from = performance.now();
			await Promise.all(
				all.map(async (client) => {
					for (let count = 0; count < each; count += 1) msOf(await client.post(path, draw()));
				})
			);
			return (clients * each * 1000) / (performance.now() - from);
		},
		{ runs: 5, warmUp: 1 }
	);
	for (const client of all) client.close();
	return perSecond;
};

/** Uploads the same 8,000 words under another name each time. */
const uploads = async (client: Client, { work, project }: Place): Promise<number[]> => {
	const [source] = work.interviews;
	const children = (source?.text ?? '')
		.trim()
		.split('\n\n')
		.map((text) => new Paragraph({ text }));
	const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
	return sample(
		async (run) => {
			const form = new FormData();
			form.set('areaId', project.areaIds[0] ?? '');
			form.set('waveId', project.waveIds[0] ?? '');
			form.set('group', 'resident');
			form.set('file', new Blob([new Uint8Array(bytes)]), `METING-${run}.docx`);
			return msOf(await client.upload(`/api/v1/projects/${project.projectId}/sources`, form));
		},
		{ runs: 7, warmUp: 2 }
	);
};

/** Asks for something large while another reader keeps asking for something small; adds the longest wait of that reader. */
const whileOthersAsk = async (client: Client, large: string, small: string, waits: number[]): Promise<Timed> => {
	let isDone = false;
	let longest = 0;
	const reader = (async () => {
		while (!isDone) {
			const from = performance.now();
			await client.get(small);
			longest = Math.max(longest, performance.now() - from);
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
	})();
	const answer = await client.get(large);
	isDone = true;
	await reader;
	waits.push(longest);
	return answer;
};

/** Reads the data of pages as a browser does that is signed in. */
const signedIn = async ({ app, emails, password }: Place) => {
	const answer = await fetch(`${app.origin}/login`, {
		method: 'POST',
		headers: { origin: app.origin },
		body: new URLSearchParams({ email: emails.own, password }),
		redirect: 'manual'
	});
	const cookie = answer.headers
		.getSetCookie()
		.map((set) => set.split(';')[0])
		.join('; ');
	return async (path: string): Promise<Timed> => {
		const from = performance.now();
		const response = await fetch(`${app.origin}${path}/__data.json`, { headers: { cookie } });
		const body = await response.text();
		return { status: response.status, body, ms: performance.now() - from };
	};
};

/** Memory that the server holds, in MB of 2^20 bytes; known on Linux only. */
const residentMemory = (pid: number | null): number | null => {
	try {
		const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		return kilobytes === undefined ? null : Number(kilobytes) / 1024;
	} catch {
		return null;
	}
};
