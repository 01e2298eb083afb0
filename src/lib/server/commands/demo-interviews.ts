import { anchorOf } from '../../domain/coding/coding.ts';
import type { Change, Level } from '../../domain/coding/valence.ts';
import type { CodingId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Group, SourceStatus } from '../../domain/source/source.ts';
import { codePointLength, positionMap, type PositionMap } from '../../domain/text/position.ts';
import { readSource } from '../../import/read-source.ts';
import { insertCodings } from '../store/codings.ts';
import { insertMembership } from '../store/memberships.ts';
import { insertSecondCoder } from '../store/second-coders.ts';
import { insertSource } from '../store/sources.ts';
import { insertCut } from '../store/turns.ts';
import { findAccountByEmail, insertAccount, noPassword } from '../store/users.ts';
import { demoBytes, demoRows } from './demo-files.ts';
import { sha256Of } from './change-text.ts';
import { idOf, nthIndex, ofDemo, type DemoFrame, type Ids, type Loading } from './demo-loading.ts';
import { pseudonymiseDemo } from './demo-pseudonyms.ts';
import { cutOf, draftWithoutBsns } from './store-source.ts';

type Row = (column: string) => string;

const secondCoder = 'codeur-2'; // codes some interviews blind, in a layer of his or her own

/** The two coders of the demo; nobody can sign in as one of them. */
export const loadDemoCoders = async ({ context, trx, projectId }: Loading): Promise<Ids> => {
	const coders = new Map<string, string>();
	for (const [key, name] of [
		['codeur-1', 'Codeur 1'],
		['codeur-2', 'Codeur 2']
	] as const) {
		const email = `${key}@demo.invalid`;
		const known = await findAccountByEmail(trx, email);
		const id: UserId = known?.id ?? context.newId();
		if (!known)
			await insertAccount(
				trx,
				{ id, email, name, isAdministrator: false, locale: 'nl', passwordHash: noPassword },
				context.now()
			);
		await insertMembership(
			trx,
			projectId,
			{ id: context.newId(), userId: id, role: 'coder', areaIds: null },
			context.now()
		);
		coders.set(key, id);
	}
	return coders;
};

/**
 * The interviews of the demo, each under the label its references use, with the codings of those that are released.
 * Codings stand on the words of the files, so they are made on the text as it is and carried through the replacement of
 * names. Codings of the others wait in the files: nothing is coded before its release. Answers the ids of interviews by
 * their file, and those of the team's codings by `codingKey`.
 */
export const loadDemoInterviews = async (
	loading: Loading,
	frame: DemoFrame,
	codes: Ids,
	coders: Ids
): Promise<{ readonly sources: Ids; readonly codings: Ids }> => {
	const sources = new Map<string, string>();
	const made = new Map<string, string>();
	const codings = demoRows('codings.csv');
	const pseudonyms = demoRows('pseudonyms.csv');
	for (const row of demoRows('interviews.csv')) {
		const file = row('file');
		const { id, map, isReleased } = await loadInterview(loading, frame, row);
		sources.set(file, id);
		const isBlind = row('coders').includes(secondCoder);
		if (isBlind) await insertSecondCoder(loading.trx, id, idOf(coders, secondCoder));
		if (!isReleased) continue;
		for (const coding of codings.filter((one) => one('file') === file)) {
			const layer = isBlind && coding('coder') === secondCoder ? 'second' : 'shared';
			const codeId = idOf(codes, coding('codeKey'));
			const coderId = idOf(coders, coding('coder'));
			const codingId = await loadCoding(loading, id, map, coding, codeId, coderId, layer);
			if (layer === 'shared') made.set(codingKey(file, coding('codeKey'), coding('quote')), codingId);
		}
		const names = pseudonyms.filter((one) => one('file') === file);
		await pseudonymiseDemo(loading, { id, names, text: map.slice(0, map.length) });
	}
	return { sources, codings: made };
};

/** The key of a coding of the team by where it stands in the files. */
export const codingKey = (file: string, codeKey: string, quote: string): string => `${file} ${codeKey} ${quote}`;

const loadInterview = async (
	{ context, trx, projectId }: Loading,
	frame: DemoFrame,
	row: Row
): Promise<{ id: SourceId; map: PositionMap; isReleased: boolean }> => {
	const { newId, now, actor } = context;
	const file = row('file');
	const read = await readSource({ name: file, bytes: demoBytes('interviews', file) });
	const draft = draftWithoutBsns(ofDemo(read));
	const map = positionMap(draft.text);
	// "blocked": a number in it may not be stored; it is out of the text now, and the names wait for somebody.
	const status = (row('status') === 'blocked' ? 'pseudonymising' : row('status')) as SourceStatus;
	const source = {
		id: newId(),
		title: row('label'),
		kind: 'transcript' as const,
		areaId: idOf(frame.areas, row('area')),
		waveId: idOf(frame.waves, row('wave')),
		studyId: idOf(frame.studies, row('study')),
		group: row('group') as Group,
		conductedOn: row('month'),
		language: row('language'),
		status,
		version: 1,
		characters: map.length,
		quotesAllowed: row('consentQuote') === 'yes',
		spot: null,
		uploadedBy: actor.userId
	};
	await insertSource(trx, projectId, source, { text: draft.text, sha256: sha256Of(draft.text) }, draft, now());
	await insertCut(trx, source.id, source.version, cutOf(draft, newId));
	return { id: source.id, map, isReleased: status === 'released' };
};

const loadCoding = async (
	{ context, trx, projectId }: Loading,
	sourceId: SourceId,
	map: PositionMap,
	row: Row,
	codeId: string,
	coderId: UserId,
	layer: 'shared' | 'second'
): Promise<CodingId> => {
	const id = context.newId();
	const words = row('quote').normalize('NFC');
	const text = map.slice(0, map.length);
	const start = map.toPosition(nthIndex(text, words, Number(row('occurrence'))));
	const range = { start, end: start + codePointLength(words) };
	const stored = await insertCodings(trx, {
		projectId,
		sourceId,
		version: 1,
		range,
		anchor: anchorOf(map, range),
		coderId,
		valences: { change: (row('change') || null) as Change | null, level: (row('level') || null) as Level | null },
		memo: '',
		isImportant: false,
		layer,
		at: context.now(),
		codes: [{ id, codeId }]
	});
	if (stored.length !== 1)
		throw new Error(`a coding of the demo stands there twice, or its code is a group: ${row('codeKey')}`);
	return id;
};
