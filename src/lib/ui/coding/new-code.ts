import type { CodeAnswer } from '#lib/contract/code.ts';
import type { DeskCode } from '#lib/contract/coding-desk.ts';
import { inVivoName } from '#lib/domain/codebook/in-vivo.ts';
import { noValences } from '#lib/domain/coding/valence.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reply } from '../api/ask.ts';
import { toasts } from '../dialog/toasts.svelte.ts';
import { applyCodes } from './coding-by-hand.ts';
import type { DeskState } from './desk-state.svelte.ts';
import type { Along, CodeDraft } from './new-code-draft.ts';
import { target } from './choosing.ts';
import { openPicker } from './picking.ts';

const nothingElse: Along = { codeIds: [], valences: noValences, memo: '' };

/** Opens the form for a code that takes its name from the passage itself. */
export const startInVivo = (desk: DeskState): void => {
	const range = desk.desk.permissions.mayApply ? target(desk) : null;
	const name = range ? inVivoName(desk.quoteOf(range)) : '';
	openPicker(desk, { kind: 'new', name, along: nothingElse });
};

/** Makes a code and puts it on the passage, in one go. */
export const makeCode = async (
	desk: DeskState,
	range: Range,
	{ name, parentId }: CodeDraft,
	{ codeIds, valences, memo }: Along
): Promise<Reply<CodeAnswer>> => {
	const reply = await desk.client.makeCode({ name, parentId: parentId === '' ? null : parentId });
	if (!reply.ok) return reply;
	const codeId = reply.value.id;
	desk.takeCodes(withCode(desk.desk.codes, deskCodeOf(reply.value)));
	applyCodes(desk, { codeIds: [...codeIds, codeId], valences, memo, made: { range, codeId } }, new Date());
	return reply;
};

/** Proposes a code to who keeps the codebook; the codes that were marked besides go on the passage at once. */
export const proposeCode = async (
	desk: DeskState,
	range: Range,
	{ parentId, ...words }: CodeDraft,
	{ codeIds, valences, memo }: Along
): Promise<Reply<unknown>> => {
	const reply = await desk.client.propose({
		...words,
		...range,
		parentId: parentId === '' ? null : parentId,
		sourceId: desk.source.id,
		version: desk.version
	});
	if (!reply.ok) return reply;
	if (codeIds.length > 0) applyCodes(desk, { codeIds, valences, memo }, new Date());
	const { id, name } = reply.value;
	toasts.say(m.proposal_sent({ name }), { label: m.proposal_withdraw(), onDo: () => void withdraw(desk, id, name) });
	return reply;
};

const withdraw = async (desk: DeskState, id: string, name: string): Promise<void> => {
	const reply = await desk.client.withdraw(id);
	if (reply.ok) toasts.say(m.proposal_withdrawn({ name }));
	else toasts.fail(reply.message);
};

const deskCodeOf = (code: CodeAnswer): DeskCode => ({
	id: code.id,
	parentId: code.parentId,
	depth: code.depth,
	name: code.name,
	path: code.path,
	definition: code.definition,
	include: code.include,
	exclude: code.exclude,
	example: code.example,
	synonyms: code.synonyms,
	color: code.shownColor,
	isCodable: code.isCodable,
	pillarIds: code.servedPillarIds
});

/** The list with a code in its place in the order of the tree: the last one below its parent. */
export const withCode = (codes: readonly DeskCode[], code: DeskCode): readonly DeskCode[] => {
	if (codes.some(({ id }) => id === code.id)) return codes;
	const parent = codes.findIndex(({ id }) => id === code.parentId);
	if (parent === -1) return [...codes, code];
	const next = codes.findIndex(({ depth }, place) => place > parent && depth < code.depth);
	const place = next === -1 ? codes.length : next;
	return [...codes.slice(0, place), code, ...codes.slice(place)];
};
