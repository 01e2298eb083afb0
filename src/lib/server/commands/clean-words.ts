import type { SourceId } from '../../domain/project/ids.ts';
import { codePointLength } from '../../domain/text/position.ts';
import { maskSign } from '../../privacy/mask.ts';
import { withPlaceholders, type Original } from '../../privacy/replace.ts';
import { changeData, saidWords } from '../../privacy/said-words.ts';
import { listShortenedWords, replaceShortenedWords } from '../store/chosen-quotes.ts';
import type { Db } from '../store/database.ts';
import { listEditionWords, storeEditionWords } from '../store/edition-quotes.ts';
import { listBlockWords, storeBlockWords, type BlockWords } from '../store/report-blocks.ts';
import { listKeptWords, storeKeptWords } from '../store/report-versions.ts';
import { listOrphanWords, storeOrphanWords } from '../store/source-edits.ts';
import { findReleasedIn } from '../store/sources.ts';
import { listSpeakerLabels, storeSpeakerLabels } from '../store/turns.ts';
import { listSpoken } from '../store/withdrawals.ts';
import { findWritten, storeWritten, type WrittenChange } from './change-written.ts';

/**
 * Words of a text stand in a few more places: in the labels of its speakers, with codings that lost their passage, in
 * reports that quote them, and where people took a passage over. There too they get their placeholder. `quotes`: what
 * codings said before.
 */
export const cleanWordsElsewhere = async (
	trx: Db,
	sourceId: SourceId,
	originals: readonly Original[],
	quotes: readonly string[]
): Promise<void> => {
	const clean = (text: string) => withPlaceholders(text, originals);
	const labels = await listSpeakerLabels(trx, sourceId);
	const taken = new Set(labels.map(({ label }) => label));
	const changed = labels.flatMap(({ id, label }) => {
		const cleaned = clean(label);
		if (cleaned === label) return [];
		const free = nextFree(cleaned, taken);
		taken.add(free);
		return [{ id, label: free }];
	});
	await storeSpeakerLabels(trx, changed);
	await cleanOrphans(trx, sourceId, clean);
	await cleanReports(trx, sourceId, clean);
	await cleanWritten(trx, sourceId, clean, quotes);
};

/** Words that are hidden in the text are hidden with codings that lost their passage too; those do not come back. */
export const hideWordsElsewhere = async (
	trx: Db,
	sourceId: SourceId,
	words: string,
	quotes: readonly string[]
): Promise<void> => {
	const hidden = maskSign.repeat(codePointLength(words));
	const clean = (text: string) => withPlaceholders(text, [{ placeholder: hidden, words: [words] }]);
	await cleanOrphans(trx, sourceId, clean);
	await cleanReports(trx, sourceId, clean);
	await cleanWritten(trx, sourceId, clean, quotes);
};

/**
 * Passages that people typed or pasted elsewhere, in all places in which they write. Only inside such a passage: the same
 * name can be that of somebody else. Before the release nobody but who prepares the text could take anything over.
 */
const cleanWritten = async (
	trx: Db,
	sourceId: SourceId,
	clean: (text: string) => string,
	quotes: readonly string[]
): Promise<void> => {
	const projectId = await findReleasedIn(trx, sourceId);
	if (projectId === null) return;
	const hasName = (text: string) => clean(text) !== text;
	const said = saidWords(quotes.filter(hasName), (await listSpoken(trx, sourceId)).filter(hasName));
	const change: WrittenChange = {
		projectId,
		going: { sourceIds: [], caseId: null },
		change: (value) => changeData(value, said, clean)
	};
	await storeWritten(trx, change, await findWritten(trx, change));
};

/** Chosen quotes as they were shortened, reports with their versions, and published editions, keep what they quoted as it was then; a name does not stay in them. */
const cleanReports = async (trx: Db, sourceId: SourceId, clean: (text: string) => string): Promise<void> => {
	for (const words of await listEditionWords(trx, sourceId)) {
		const text = clean(words.text);
		if (text !== words.text) await storeEditionWords(trx, { ...words, text });
	}
	for (const { codingId, words } of await listShortenedWords(trx, sourceId)) {
		const after = clean(words);
		if (after !== words) await replaceShortenedWords(trx, codingId, { before: words, after });
	}
	for (const block of await listBlockWords(trx, sourceId)) {
		const cleaned = cleanBlock(block, clean);
		if (cleaned !== block) await storeBlockWords(trx, cleaned);
	}
	for (const kept of await listKeptWords(trx, sourceId)) {
		const cleaned = cleanBlock(kept, clean);
		if (cleaned !== kept) await storeKeptWords(trx, cleaned);
	}
};

const cleanBlock = <B extends BlockWords>(block: B, clean: (text: string) => string): B => {
	const { said, shortened } = block;
	if (said.kind !== 'quote') return block;
	const cleaned = { ...block, said: { ...said, text: clean(said.text) }, shortened: shortened && clean(shortened) };
	return cleaned.said.text === said.text && cleaned.shortened === shortened ? block : cleaned;
};

const cleanOrphans = async (trx: Db, sourceId: SourceId, clean: (text: string) => string): Promise<void> => {
	const orphans = await listOrphanWords(trx, sourceId);
	const cleaned = orphans.map(({ id, quote, prefix, suffix }) => ({
		id,
		quote: clean(quote),
		prefix: clean(prefix),
		suffix: clean(suffix)
	}));
	const changed = cleaned.filter(({ quote, prefix, suffix }, index) => {
		const before = orphans[index];
		return quote !== before?.quote || prefix !== before.prefix || suffix !== before.suffix;
	});
	await storeOrphanWords(trx, changed);
};

/** Two speakers of one name keep apart. */
const nextFree = (label: string, taken: ReadonlySet<string>): string => {
	for (let n = 1; ; n += 1) {
		const candidate = n === 1 ? label : `${label} ${n}`;
		if (!taken.has(candidate)) return candidate;
	}
};
