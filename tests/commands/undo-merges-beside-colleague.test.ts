import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTreeOrder } from '../../src/lib/domain/codebook/codebook.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changeCoding } from '../../src/lib/server/commands/change-coding.ts';
import { mergeCodes } from '../../src/lib/server/commands/merge-codes.ts';
import { removeCoding } from '../../src/lib/server/commands/remove-coding.ts';
import { splitCode } from '../../src/lib/server/commands/split-code.ts';
import { redoCodeChange, undoCodeChange } from '../../src/lib/server/commands/undo-code-change.ts';
import { updateCode } from '../../src/lib/server/commands/update-code.ts';
import { loadCodebook } from '../../src/lib/server/store/codes.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listChanges } from '../../src/lib/server/views/code-changes.ts';
import { randomFrom } from '../bench/random.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import {
	addCode,
	addMember,
	addProject,
	addSource,
	addUser,
	contextFor,
	type TestProject
} from '../support/project.ts';

let store: Store;
let project: TestProject;
let source: { id: string };
let colleague: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	colleague = await addUser(store, 'Collega');
	await addMember(store, project.id, colleague, 'codebook-manager');
	const park = await addCode(store, project, 'Park 😀');
	for (const name of ['Groen', 'Wonen']) await addCode(store, project, name);
	await addCode(store, project, 'Bankjes', { parentId: park });
	source = await addSource(store, project, 'Het 😀 park is mooi, en de cafés e\u0301n bomen ook');
});

const me = () => contextFor(store, project.users['codebook-manager']);
const coder = () => contextFor(store, project.users.coder);
const other = () => contextFor(store, colleague);
const book = () => loadCodebook(store.db, project.id);

type Row = Awaited<ReturnType<typeof codings>>[number];
const codings = () =>
	store.db
		.selectFrom('codings')
		.select(['id', 'code_id', 'start_position', 'end_position', 'change', 'memo', 'is_important'])
		.where('project_id', '=', project.id)
		.where('deleted_at', 'is', null)
		.orderBy('id')
		.execute();
const codes = async () =>
	(await book()).codes.map(({ id, name, definition, synonyms }) => ({ id, name, definition, synonyms }));
const whole = async () => ({
	tree: inTreeOrder(await book()).map(({ code, depth }) => `${depth} ${code.name} ${code.synonyms.join()}`),
	codings: await codings()
});

/** What the colleague did last to codings and codes, as long as nobody changed that by hand since. */
class Theirs {
	readonly #codings = new Map<string, Row | null>();
	readonly #words = new Map<string, { readonly name?: string; readonly definition?: string }>();

	/** Looks what a deed changed, and whose that is. */
	async watch(who: 'me' | 'colleague', deed: () => Promise<unknown>): Promise<void> {
		const before = [await codings(), await codes()] as const;
		await deed();
		const after = [await codings(), await codes()] as const;
		for (const id of idsOf(before[0], after[0])) {
			const [was, is] = [before[0].find((one) => one.id === id), after[0].find((one) => one.id === id)];
			if (JSON.stringify(was) === JSON.stringify(is)) continue;
			if (who === 'me') this.#codings.delete(id);
			else this.#codings.set(id, is ?? null);
		}
		for (const { id, name, definition } of after[1]) {
			const was = before[1].find((one) => one.id === id);
			const changed = { ...(was?.name !== name && { name }), ...(was?.definition !== definition && { definition }) };
			const known = Object.entries(this.#words.get(id) ?? {}).filter(([field]) => !(field in changed));
			this.#words.set(id, { ...Object.fromEntries(known), ...(who === 'colleague' && changed) });
		}
	}

	/** What an undo or redo has to leave so. */
	async check(): Promise<void> {
		const [present, words] = [await codings(), await codes()];
		for (const [id, left] of this.#codings) expect(present.find((one) => one.id === id) ?? null, id).toEqual(left);
		for (const [id, left] of this.#words) {
			const code = words.find((one) => one.id === id);
			if (code) expect(code).toMatchObject(left);
		}
	}
}
const idsOf = (...lists: readonly (readonly { readonly id: string }[])[]) =>
	new Set(lists.flatMap((list) => list.map(({ id }) => id)));

/** What two people can do, by chance. */
const deedsBy = (seed: number) => {
	const { between } = randomFrom(seed);
	const pick = <T>(all: readonly T[]): T | undefined => all[between(0, Math.max(0, all.length - 1))];
	let made = 0;
	const code = async () => pick((await book()).codes)?.id ?? '';
	const coding = async () => pick(await codings());
	type Who = typeof me;
	const apply = async () => {
		const start = between(0, 9);
		const place = { sourceId: source.id, start, end: start + between(2, 9), codeId: await code() };
		return applyCode(await coder(), project.id, { ...place, memo: pick(['', `één ${(made += 1)}`]) });
	};
	const change = async (who: Who) => {
		const what = pick([
			{ codeId: await code() },
			{ important: true },
			{ valences: ['forward'] },
			{ memo: `😀 ${(made += 1)}` }
		]);
		return changeCoding(await who(), project.id, (await coding())?.id ?? '', what);
	};
	const describe = async (who: Who) => {
		const words = pick([{ name: `Naam ${(made += 1)}` }, { definition: `Wat het is ${(made += 1)}` }]);
		return updateCode(await who(), project.id, await code(), words);
	};
	const merge = async (who: Who) => {
		const [fromCodeId, intoCodeId, uniteOverlaps] = [await code(), await code(), between(0, 1) === 1];
		return mergeCodes(await who(), project.id, { fromCodeId, intoCodeId, uniteOverlaps }, {});
	};
	const split = async (who: Who) => {
		const codeId = (await coding())?.code_id ?? '';
		const own = (await codings()).filter((one) => one.code_id === codeId);
		const into = (await book()).codes.find(({ id }) => id !== codeId)?.id;
		const targets = [{ name: `Deel ${(made += 1)}` }, ...(into === undefined ? [] : [{ codeId: into }])];
		const assignments = own.flatMap(({ id }) => {
			const target = between(0, targets.length);
			return target === targets.length ? [] : [{ codingId: id, target }];
		});
		return splitCode(await who(), project.id, { codeId, targets, assignments }, {});
	};
	return {
		apply,
		mine: () => pick([apply, change, describe, merge, merge, split, split]) ?? apply,
		theirs: () =>
			pick([
				apply,
				change,
				change,
				describe,
				(who: Who) => coding().then(async (one) => removeCoding(await who(), project.id, one?.id ?? ''))
			]) ?? apply,
		turn: () => pick(['mine', 'mine', 'theirs', 'undo', 'undo', 'redo'] as const) ?? 'mine'
	};
};

/** Hands the codings of a code out over a new one, and lets another code go into that. */
const splitAndMerge = async () => {
	const { id: codingId = '', code_id: codeId = '' } = (await codings())[0] ?? {};
	const targets = [{ name: 'Gesplitst 😀' }];
	const assignments = [{ codingId, target: 0 }];
	const made = valueOf(await splitCode(await me(), project.id, { codeId, targets, assignments }, {})).targets[0]
		?.codeId;
	const input = { fromCodeId: codeId, intoCodeId: made ?? '', uniteOverlaps: true };
	valueOf(await mergeCodes(await me(), project.id, input, {}));
};

const next = async () => valueOf(await listChanges(await me(), project.id, {}));
const undo = async () => undoCodeChange(await me(), project.id, (await next()).undo?.id ?? '');
const redo = async () => redoCodeChange(await me(), project.id, (await next()).redo?.id ?? '');

/** Each deed is a command with transactions of its own. */
const patience = { timeout: 90_000 };

describe('undo of merges and splits with a colleague in between', () => {
	test.each([1, 2])('never changes or brings back what the colleague did (%i)', patience, async (seed) => {
		const deeds = deedsBy(seed);
		const theirs = new Theirs();
		for (let n = 0; n < 6; n += 1) await deeds.apply();
		await theirs.watch('me', splitAndMerge);
		for (let n = 0; n < 20; n += 1) {
			const turn = deeds.turn();
			if (turn === 'mine') await theirs.watch('me', () => deeds.mine()(me));
			else if (turn === 'theirs') await theirs.watch('colleague', () => deeds.theirs()(other));
			else await (turn === 'undo' ? undo() : redo());
			if (turn === 'undo' || turn === 'redo') await theirs.check();
		}
	});

	test.each([12])('gives the same again by a redo, when nobody did anything since (%i)', patience, async (seed) => {
		const deeds = deedsBy(seed);
		for (let n = 0; n < 12; n += 1) {
			await (deeds.turn() === 'theirs' ? deeds.theirs()(other) : deeds.mine()(me));
			if (n % 4 !== 3) continue;
			const before = await whole();
			let back = 0;
			let isWhole = true;
			while (isWhole && back < 3) {
				const undone = await undo();
				if (!undone.ok) break;
				back += 1;
				isWhole = undone.value.left === 0 && undone.value.spared.length === 0;
			}
			for (let one = 0; one < back; one += 1) await redo();
			if (isWhole) expect(await whole()).toEqual(before);
		}
	});
});
