import { valenceList } from '#lib/domain/coding/valence.ts';
import { valenceSign } from '../shell/valence-sign.ts';
import type { Passage } from '../transcript/passage.ts';
import type { DeskCoding } from './desk-coding.ts';
import type { DeskState } from './desk-state.svelte.ts';

/** A coding of a desk as its transcript shows it. */
export const passageOf = (desk: DeskState, coding: DeskCoding): Passage => ({
	id: coding.id,
	range: coding.range,
	codedAt: coding.codedAt,
	hue: desk.colours.hueOf(coding),
	label: desk.colours.labelOf(coding),
	mark: desk.colours.markOf(coding),
	name: desk.nameOf(coding.codeId),
	signs: valenceList(coding.valences)
		.map((valence) => valenceSign[valence])
		.join(' '),
	spoken: desk.sayCoding(coding),
	coder: desk.colours.coderName(coding.coderId),
	isUnsaved: coding.state === 'failed' || (coding.state === 'saving' && desk.waiting > 0)
});
