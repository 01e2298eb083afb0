import { describe, expect, test } from 'vitest';
import { UploadQueue, type SendFile } from '#lib/ui/source/upload-queue.svelte.ts';

const file = (name: string) => new File(['Interviewer: Dag.'], name);
const failure = { ok: false, status: 400, codes: ['file-empty'], message: 'Leeg.', messages: ['Leeg.'] } as const;

/** A server that takes everything but files whose name begins with "fout", and keeps what it was sent. */
const server = () => {
	const sent: Readonly<Record<string, string>>[] = [];
	const send: SendFile = (file, fields) => {
		sent.push(fields);
		// The queue only keeps the answer.
		return Promise.resolve(file.name.startsWith('fout') ? failure : { ok: true, value: { id: file.name } as never });
	};
	return { sent, send };
};
const states = (queue: UploadQueue) => queue.files.map(({ state }) => state);

describe('a row of uploads', () => {
	test('sends files one after the other, each to the place of all but for what differs', async () => {
		const { sent, send } = server();
		const queue = new UploadQueue(send);
		queue.place = { ...queue.place, areaId: 'a', waveId: 'w' };
		queue.add([file('VOL-B-01.docx'), file('VOL-P-01.txt')]);
		queue.setPlace(2, { group: 'professional' });
		await queue.start();
		expect(sent.map(({ title, areaId, group }) => [title, areaId, group])).toEqual([
			['VOL-B-01', 'a', 'resident'],
			['VOL-P-01', 'a', 'professional']
		]);
		expect(states(queue)).toEqual(['done', 'done']);
	});

	test('one bad file stops none of the others, and can be tried again', async () => {
		const { send, sent } = server();
		const queue = new UploadQueue(send);
		queue.add([file('een.txt'), file('fout.txt'), file('twee.txt')]);
		await queue.start();
		expect(states(queue)).toEqual(['done', 'failed', 'done']);
		expect(queue.files[1]?.problems).toEqual(['Leeg.']);
		expect(queue.failed.map(({ id }) => id)).toEqual([2]);
		await queue.again(2);
		expect(sent).toHaveLength(4);
	});

	test('a file whose own area is emptied goes where the rest goes; its own date may be none', async () => {
		const { sent, send } = server();
		const queue = new UploadQueue(send);
		queue.place = { ...queue.place, areaId: 'a', waveId: 'w', conductedOn: '2025-03-14' };
		queue.add([file('één 😀.txt')]);
		queue.setPlace(1, { areaId: 'b', conductedOn: '', language: 'ar' });
		queue.setPlace(1, { areaId: '' });
		await queue.start();
		const open = { isMinor: '', interpreter: '' };
		expect(sent).toEqual([
			{
				title: 'één 😀',
				areaId: 'a',
				waveId: 'w',
				group: 'resident',
				studyId: '',
				conductedOn: '',
				language: 'ar',
				...open
			}
		]);
	});

	test('knows that something that waits has no place yet, until it or all of them get one', () => {
		const { send } = server();
		const queue = new UploadQueue(send);
		expect(queue.needsPlace).toBe(false);
		queue.add([file('een.txt')]);
		expect(queue.needsPlace).toBe(true);
		queue.setPlace(1, { areaId: 'a' });
		expect(queue.needsPlace).toBe(true);
		queue.place = { ...queue.place, waveId: 'w' };
		expect(queue.needsPlace).toBe(false);
	});

	test('can be stopped: what is being sent is broken off, what waits keeps waiting', async () => {
		const queue = new UploadQueue(
			(_file, _fields, _onSent, signal) =>
				new Promise((resolve) => signal.addEventListener('abort', () => resolve('stopped')))
		);
		queue.add([file('een.txt'), file('twee.txt')]);
		const run = queue.start();
		queue.stop();
		await run;
		expect(states(queue)).toEqual(['stopped', 'waiting']);
		expect(queue.isBusy).toBe(false);
	});

	test('a file that is being sent cannot be taken out of the list', async () => {
		let finish: (() => void) | undefined;
		const queue = new UploadQueue(
			() => new Promise((resolve) => (finish = () => resolve({ ok: true, value: { id: 'x' } as never })))
		);
		queue.add([file('een.txt')]);
		const run = queue.start();
		queue.remove(1);
		expect(queue.files).toHaveLength(1);
		finish?.();
		await run;
		queue.remove(1);
		expect(queue.files).toHaveLength(0);
	});
});
