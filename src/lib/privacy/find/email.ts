import type { Hit, Reading, Word } from '../reading.ts';

const longestLocal = 64; // RFC 5321, 4.5.3.1.1
const longestDomain = 255; // RFC 5321, 4.5.3.1.2
const local = /[\p{L}\p{N}._%+'-]+$/u;
const domain =
	/^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.\p{L}{2,}/u;
const spokenAt = new Set(['apenstaartje', 'apestaartje', 'apenstaart', 'apestaart']);
const providers = new Set([
	'gmail',
	'hotmail',
	'outlook',
	'live',
	'ziggo',
	'kpn',
	'kpnmail',
	'planet',
	'xs4all',
	'icloud',
	'yahoo',
	'hetnet',
	'home'
]);
const joins = new Set(['punt', 'dot', 'streepje', 'underscore', 'minnetje', 'koppelteken']);

/** E-mail addresses, written or spelled ("anna punt bos apenstaartje voorbeeld punt nl"). */
export const findEmails = (reading: Reading): readonly Hit[] => [...written(reading.text), ...spelled(reading)];

const written = (text: string): readonly Hit[] => {
	const hits: Hit[] = [];
	for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
		const before = local.exec(text.slice(Math.max(0, at - longestLocal), at))?.[0].replace(/^[.'-]+/, '') ?? '';
		const after = domain.exec(text.slice(at + 1, at + 1 + longestDomain))?.[0] ?? '';
		if (before === '' || after === '') continue;
		hits.push({
			from: at - before.length,
			to: at + 1 + after.length,
			kind: 'email',
			rule: 'email',
			sureness: 'certain'
		});
	}
	return hits;
};

const spelled = ({ words }: Reading): readonly Hit[] =>
	words.flatMap((word, index): readonly Hit[] => {
		const isAt = spokenAt.has(word.folded) || (word.folded === 'at' && providers.has(words[index + 1]?.folded ?? ''));
		const first = isAt ? partsBefore(words, index - 1) : null;
		const last = isAt ? partsAfter(words, index + 1) : null;
		return first && last
			? [{ from: first.from, to: last.to, kind: 'email', rule: 'email-in-words', sureness: 'maybe' }]
			: [];
	});

/** How many words of a spelled address are followed at most, on either side. */
const mostParts = 5;

const partsBefore = (words: readonly Word[], index: number): Word | null => {
	let first = index;
	for (let parts = 0; parts < mostParts && joins.has(words[first - 1]?.folded ?? ''); parts += 1) first -= 2;
	return words[first] ?? null;
};

/** The last word of the spelled domain; null when no "punt" is in it. */
const partsAfter = (words: readonly Word[], index: number): Word | null => {
	let last = index;
	for (let parts = 0; parts < mostParts && joins.has(words[last + 1]?.folded ?? ''); parts += 1) last += 2;
	return last > index ? (words[last] ?? null) : null;
};
