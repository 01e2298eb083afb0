import { Document, Packer, Paragraph } from 'docx';
import type { Client } from './client.ts';
import { msOf } from './client.ts';
import type { Figure } from './figure.ts';
import type { Place } from './place.ts';

const files = 500;
const mostMinutes = 20;

type Import = {
	readonly id: string;
	readonly isDone: boolean;
	readonly stored: number;
	readonly files: readonly { readonly state: string; readonly messages: readonly unknown[] }[];
};

/**
 * Hands over 500 Word files of 8,000 words at once, as an interviewer does who brings a whole round, while somebody else
 * keeps asking the server for something small: how long that person waits, and how long a file takes.
 */
export const measureManyUploads = async (
	client: Client,
	place: Place,
	workload: string
): Promise<readonly Figure[]> => {
	const { work, project } = place;
	const base = `/api/v1/projects/${project.projectId}`;
	const form = new FormData();
	form.set('areaId', project.areaIds[0] ?? '');
	form.set('waveId', project.waveIds[0] ?? '');
	form.set('group', 'resident');
	for (let at = 0; at < files; at += 1) {
		const bytes = await wordFile(work.interviews[at % work.interviews.length]?.text ?? '');
		form.append('file', new Blob([bytes]), `VEEL-${at}.docx`);
	}
	const answer = await client.upload(`${base}/source-imports`, form);
	msOf(answer);
	const { id } = JSON.parse(answer.body) as Import;
	const from = performance.now();
	const waits: number[] = [];
	let last: Import | null = null;
	let asked = from;
	while (!last?.isDone) {
		if (performance.now() - from > mostMinutes * 60_000) throw new Error('the import does not end');
		waits.push(msOf(await client.get(`${base}/sources?limit=1`)));
		await new Promise((resolve) => setTimeout(resolve, 10));
		// How far it is was asked once in two seconds, as the page does: that answer is long, and not what is measured.
		if (performance.now() - asked < 2_000) continue;
		asked = performance.now();
		last = JSON.parse((await client.get(`${base}/source-imports/${id}`)).body) as Import;
	}
	if (last.stored !== files) throw new Error(`${last.stored} of ${files} files were stored`);
	const figure = (measure: string, samples: readonly number[], must: Figure['must']): Figure => ({
		...{ measure, workload, samples, unit: 'ms', must }
	});
	return [
		figure('a small answer while 500 .docx of 8,000 words are taken in', waits, { p95: 100 }),
		figure('one of those files, on average', [(performance.now() - from) / files], { most: 400 })
	];
};

const wordFile = async (text: string): Promise<Uint8Array<ArrayBuffer>> => {
	const children = text
		.trim()
		.split('\n\n')
		.map((words) => new Paragraph({ text: words }));
	return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
};
