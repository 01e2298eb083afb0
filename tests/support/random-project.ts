import type { Change, Level } from '../../src/lib/domain/coding/valence.ts';
import { codePointLength } from '../../src/lib/domain/text/position.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { randomFrom } from '../bench/random.ts';
import { addCode, addCoding, addProject, addSource, type TestProject } from './project.ts';

const words = [
	...['veilig', 'veiliger', 'Onveilig', 'ÉÉN', 'één', 'een', '😀', 'buurt', 'buurtfeest', 'niet', '100%', 'it_s'],
	...['e\u0301\u0323', 'قهوة', '👨‍👩‍👧‍👦', 'Straße', 'gaat', 'vooruit', 'achteruit.', '„groen”', "foto's", '\\d', 'İstanbul']
];

/**
 * A project in which everything is as chance wants it: turns of all lengths with labels between them, texts before the
 * first label, codings over several turns and over each other, blind ones, deleted ones, codes deleted or in a tree with
 * and without pillars, sources that are not released, and notes.
 */
export const addRandomProject = async (store: Store, seed: number): Promise<TestProject> => {
	const { db } = store;
	const { next, between } = randomFrom(seed);
	const pick = <T>(values: readonly T[]): T => {
		const value = values[between(0, values.length - 1)];
		if (value === undefined) throw new RangeError('nothing to pick from');
		return value;
	};
	const project = await addProject(store, `Toeval ${seed}`);
	const { areas, waves, pillars, users } = project;

	const codes: string[] = [];
	for (let n = 0; n < 12; n += 1) {
		const parentId = n > 2 && next() < 0.7 ? pick(codes) : null;
		const served = next() < 0.4 ? [pillars.first, pillars.second].filter(() => next() < 0.6) : undefined;
		const options = { ...(parentId && { parentId }), ...(served && { pillarIds: served }) };
		codes.push(await addCode(store, project, `Code ${n} 😀`, options));
	}

	for (let n = 0; n < 9; n += 1) {
		const pieces: { label: string; spoken: string }[] = [];
		for (let turn = 0; turn < between(0, 9); turn += 1) {
			const spoken = Array.from({ length: between(1, 12) }, () => pick(words)).join(pick([' ', ', ', ' - ']));
			pieces.push({ label: `${pick(['I', 'R1 😀', 'Tolk'])}: `, spoken });
		}
		const opening = next() < 0.5 ? 'Opname 😀 veilig begonnen.\n' : '';
		const text = `${opening}${pieces.map(({ label, spoken }) => label + spoken).join('\n')}\nEinde`.normalize('NFC');
		const source = await addSource(store, project, text, {
			title: `T${n} ${pick(['a', 'B', 'é'])}`,
			areaId: pick([areas.district, areas.other, areas.municipality]),
			waveId: pick([waves[2021], waves[2023], waves[2025]]),
			group: pick(['resident', 'professional']),
			status: pick(['released', 'released', 'released', 'restricted'])
		});
		if (next() < 0.2) await db.updateTable('sources').set({ kind: 'note' }).where('id', '=', source.id).execute();
		await db.deleteFrom('turns').where('source_id', '=', source.id).execute();
		let position = codePointLength(opening);
		for (const [place, { label, spoken }] of pieces.entries()) {
			const start = position + codePointLength(label.normalize('NFC'));
			const end = start + codePointLength(spoken.normalize('NFC'));
			await db
				.insertInto('turns')
				.values({
					...{ source_id: source.id, version: 1, ordinal: place + 1, speaker_id: source.speakerId },
					...{ start_position: start, end_position: end, start_ms: null, end_ms: null }
				})
				.execute();
			position = end + 1;
		}

		const length = codePointLength(text);
		const seen = new Set<string>();
		for (let coding = 0; coding < 18; coding += 1) {
			const start = between(0, length - 1);
			const range = { start, end: Math.min(length, start + between(1, next() < 0.2 ? 200 : 25)) };
			const codeId = pick(codes);
			const coderId = pick([users.coder, users.author, users['codebook-manager']]);
			const key = `${range.start} ${range.end} ${codeId} ${coderId}`;
			if (seen.has(key)) continue;
			seen.add(key);
			const change = pick<Change | null>(['forward', 'backward', null]);
			const level = pick<Level | null>(['good', 'improve', null]);
			const id = await addCoding(store, project, source, range, codeId, {
				coderId,
				...(change && { change }),
				...(level && { level }),
				layer: next() < 0.15 ? 'second' : 'shared'
			});
			const set = { is_important: next() < 0.3, ...(next() < 0.15 && { deleted_at: new Date(0) }) };
			await db.updateTable('codings').set(set).where('id', '=', id).execute();
		}
	}
	await db
		.updateTable('codes')
		.set({ deleted_at: new Date(0) })
		.where('id', '=', codes.at(-1) ?? '')
		.execute();
	return project;
};
