import type { Memo, MemoAbout, MemoKind, MemoVisibility } from '../../domain/memo/memo.ts';
import { fromPlainText, type RichText } from '../../domain/text/rich-text.ts';
import { findTurnPosition } from '../store/memo-places.ts';
import { insertMemo } from '../store/save-memo.ts';
import { lockSource } from '../store/sources.ts';
import { demoCodes, demoRows } from './demo-files.ts';
import { codingKey } from './demo-interviews.ts';
import { idOf, type Ids, type Loading } from './demo-loading.ts';

type Row = (column: string) => string;

/** What the memos of the demo are about and who wrote them, by the keys of its files. */
export type DemoThings = {
	readonly codes: Ids;
	readonly coders: Ids;
	/** by file */
	readonly sources: Ids;
	/** by file, code and words */
	readonly codings: Ids;
};

/** The memos of the demo; those of `reader` are of the person who looks at it. */
export const loadDemoMemos = async ({ context, trx, projectId }: Loading, things: DemoThings): Promise<void> => {
	const people = new Map([...things.coders, ['reader', context.actor.userId]]);
	const names = new Map(demoCodes().map(({ key, name }) => [key, name]));
	for (const row of demoRows('memos.csv')) {
		const about = aboutOf(row, things);
		const version = about.kind === 'turn' ? ((await lockSource(trx, about.sourceId))?.version ?? 1) : 1;
		const position = about.kind === 'turn' ? await findTurnPosition(trx, about.sourceId, version, about.turn) : null;
		if (about.kind === 'turn' && position === null) throw new Error(`the demo has no such turn: ${row('key')}`);
		const at = context.now();
		const settledBy = row('settledBy');
		const mentions = row('mentions')
			.split(';')
			.filter((key) => key !== '');
		const memo: Memo = {
			id: context.newId(),
			projectId,
			about,
			memoKind: row('kind') as MemoKind,
			title: row('title'),
			body: [...fromPlainText(row('text')), ...mentionsOf(mentions, things.codes, names)],
			visibility: row('visibility') as MemoVisibility,
			authorId: idOf(people, row('author')),
			createdAt: at,
			changedAt: at,
			version: 1,
			settled: settledBy === '' ? null : { by: idOf(people, settledBy), at }
		};
		await insertMemo(trx, memo, position === null ? null : { version, position });
	}
};

const aboutOf = (row: Row, { codes, sources, codings }: DemoThings): MemoAbout => {
	const file = row('file');
	switch (row('about')) {
		case 'source':
			return { kind: 'source', sourceId: idOf(sources, file) };
		case 'turn':
			return { kind: 'turn', sourceId: idOf(sources, file), turn: Number(row('turn')) };
		case 'code':
			return { kind: 'code', codeId: idOf(codes, row('codeKey')) };
		case 'coding':
			return { kind: 'coding', codingId: idOf(codings, codingKey(file, row('codeKey'), row('quote'))) };
		default:
			return { kind: 'project' };
	}
};

/** A line that leads to codes. */
const mentionsOf = (keys: readonly string[], codes: Ids, names: ReadonlyMap<string, string>): RichText => {
	if (keys.length === 0) return [];
	const links = keys.map((key) => ({
		kind: 'reference' as const,
		to: 'code' as const,
		id: idOf(codes, key),
		label: names.get(key) ?? key
	}));
	const between = { kind: 'text' as const, text: ', ', marks: [] };
	const content = links.flatMap((link, at) => (at === 0 ? [link] : [between, link]));
	return [{ kind: 'paragraph', content: [{ kind: 'text', text: 'Zie ', marks: [] }, ...content] }];
};
