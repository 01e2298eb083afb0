import type { SourceId } from '../../domain/project/ids.ts';
import type { IdentifierKind } from '../../domain/source/identifier.ts';
import { codePointLength, positionMap } from '../../domain/text/position.ts';
import { byStart } from '../../domain/text/range.ts';
import type { Replacement } from '../../privacy/replace.ts';
import { addReadTurns, markDone } from '../store/pseudonym-work.ts';
import { loadCut } from '../store/turns.ts';
import { nthIndex, type Loading } from './demo-loading.ts';
import { putPlaceholders } from './replace-pseudonyms.ts';

type Row = (column: string) => string;

const kinds: Readonly<Record<string, IdentifierKind>> = {
	NAAM: 'name',
	ADRES: 'address',
	POSTCODE: 'postcode',
	TELEFOON: 'phone',
	'E-MAIL': 'email',
	REKENING: 'iban',
	KENTEKEN: 'plate',
	DATUM: 'date',
	ORGANISATIE: 'organisation'
};

/**
 * Puts the placeholders of the demo's list into an interview that was coded as it is: a second version, to which its
 * codings are carried. Somebody read it whole, so none of them waits for a look.
 */
export const pseudonymiseDemo = async (
	{ context, trx }: Loading,
	source: { readonly id: SourceId; readonly names: readonly Row[]; readonly text: string }
): Promise<void> => {
	const replacements = listedReplacements(source.names, source.text);
	const present = { id: source.id, version: 1 };
	const changed =
		replacements.length > 0
			? await putPlaceholders(context, trx, present, source.text, replacements, [], { isReviewed: true })
			: present;
	const { turns } = await loadCut(trx, source.id, changed.version);
	await addReadTurns(
		trx,
		source.id,
		turns.map(({ ordinal }) => ordinal)
	);
	await markDone(trx, source.id, changed.version, { by: context.actor.userId, at: context.now() });
};

/** What the list says of one interview; an occurrence is the n-th literal one. */
const listedReplacements = (names: readonly Row[], text: string): readonly Replacement[] => {
	const map = positionMap(text);
	return names
		.filter((row) => row('kind') !== 'BSN')
		.map((row): Replacement => {
			const kind = kinds[row('kind')];
			if (!kind) throw new Error(`the demo has an unknown kind of name: ${row('kind')}`);
			const words = row('original').normalize('NFC');
			const start = map.toPosition(nthIndex(text, words, Number(row('occurrence'))));
			return { start, end: start + codePointLength(words), placeholder: row('placeholder'), kind };
		})
		.toSorted(byStart);
};
