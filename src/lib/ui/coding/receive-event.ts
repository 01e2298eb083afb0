import { tick } from 'svelte';
import type { LiveEvent } from '#lib/contract/coding-desk.ts';
import type { CodingId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '../dialog/toasts.svelte.ts';
import { codingOfAnswer } from './desk-coding.ts';
import { tellProposals } from './proposal-news.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { tellChangeGone } from './told-failures.ts';

/** Brings to the desk what another screen did. What is about another source or text version is not for this desk. */
export const receiveEvent = (desk: DeskState, event: LiveEvent, onStale: () => void): void => {
	switch (event.kind) {
		case 'coding-added':
		case 'coding-changed': {
			const { coding } = event;
			if (coding.sourceId !== desk.source.id || coding.version !== desk.version) return;
			desk.names.set(coding.coderId, coding.coderName);
			const fresh = codingOfAnswer(coding);
			if (!desk.sync.isLeaving(fresh)) desk.store.take(fresh);
			return;
		}
		case 'coding-removed':
			if (event.sourceId !== desk.source.id || event.version !== desk.version) return;
			for (const savedId of event.ids) removedElsewhere(desk, savedId, event.actorId);
			return;
		case 'presence':
			if (event.openId === desk.source.id) desk.people = event.people;
			return;
		case 'changed':
			// Neither changes anything of the text, the codes and the codings.
			if (event.what === 'memo' || event.what === 'work' || event.what === 'task') return;
			if (event.what === 'proposal') return void tellProposals(desk, event.ids, event.actorId);
			if (event.what === 'code' || event.sourceId === desk.source.id) onStale();
			return;
		case 'gap':
			return onStale();
		default:
			return event satisfies never;
	}
};

/** Someone who is looking at a coding, or whose change of it could not be stored, is told when another takes it away. */
const removedElsewhere = (desk: DeskState, savedId: CodingId, actorId: string) => {
	if (actorId === desk.me.id && desk.sync.isOldTale(savedId)) return;
	const coding = desk.store.findSaved(savedId);
	// An undo that took it away here as well is not to bring back what somebody else took away.
	if (actorId !== desk.me.id)
		for (const id of [savedId, ...desk.sync.idsOf(savedId), ...(coding ? [coding.id] : [])]) desk.leaveToOther(id);
	if (!coding) return;
	const isChangeGone = desk.sync.letChangeGo(coding.id);
	desk.store.drop(coding.id);
	const isChosen = coding.id === desk.chosenId;
	if (isChosen) desk.chosenId = null;
	if (isChosen) void tick().then(() => desk.reader?.holdFocus());
	if (actorId === desk.me.id) return;
	const who = desk.names.get(actorId) ?? m.desk_someone();
	if (isChangeGone) tellChangeGone(who, desk.nameOf(coding.codeId));
	else if (isChosen) toasts.say(m.desk_removed_by({ who, name: desk.nameOf(coding.codeId) }));
};
