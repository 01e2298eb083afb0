import { valenceList } from '#lib/domain/coding/valence.ts';
import { m } from '#lib/paraglide/messages.js';
import { valenceSign } from '../shell/valence-sign.ts';
import type { Passage } from '../transcript/passage.ts';
import type { DeskCoding } from './desk-coding.ts';
import type { DeskState } from './desk-state.svelte.ts';

/** A coding of a desk as its transcript shows it. */
export const passageOf = (desk: DeskState, coding: DeskCoding): Passage => ({
	id: coding.id,
	range: coding.range,
	codedAt: coding.codedAt,
	hue: desk.hueOf(coding.codeId),
	name: desk.nameOf(coding.codeId),
	signs: valenceList(coding.valences)
		.map((valence) => valenceSign[valence])
		.join(' '),
	spoken: desk.sayCoding(coding),
	coder: coding.coderId === desk.me.id ? m.desk_by_you() : (desk.names.get(coding.coderId) ?? m.desk_someone()),
	isUnsaved: coding.state === 'failed' || (coding.state === 'saving' && desk.waiting > 0)
});
