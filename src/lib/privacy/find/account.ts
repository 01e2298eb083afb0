import { wordIndexAt, type Hit, type Reading } from '../reading.ts';

const handle = /(?<![\p{L}\p{N}._@-])@[\p{L}\p{N}](?:[\p{L}\p{N}_.]{0,38}[\p{L}\p{N}_])/gu;
/** A name that only a computer takes: letters with a line or figures in them. */
const userName = /(?<![\p{L}\p{N}._@-])\p{L}[\p{L}.]{1,30}[_\d][\p{L}\p{N}_.]{0,30}(?![\p{L}\p{N}@-])/gu;
const services = new Set(
	'insta instagram facebook snap snapchat tiktok twitter x linkedin youtube telegram discord whatsapp marktplaats threads bluesky account gebruikersnaam profiel'.split(
		' '
	)
);
/** How many words may stand between the service and the name. */
const reach = 6;

/** Names of accounts: "@samira.030", "op insta ben ik samira_87", "apenstaartje samira". */
export const findAccounts = (reading: Reading): readonly Hit[] => {
	const { text, words } = reading;
	const hasService = words.some(({ folded }) => services.has(folded));
	const isNearService = (offset: number) => {
		const index = wordIndexAt(reading, offset);
		return words.slice(Math.max(0, index - reach), index).some(({ folded }) => services.has(folded));
	};
	const hit = (from: number, to: number, rule: 'account' | 'account-in-words', sureness: Hit['sureness']): Hit => ({
		from,
		to: to - (text.slice(from, to).endsWith('.') ? 1 : 0),
		kind: 'account',
		rule,
		sureness
	});
	return [
		...[...(text.includes('@') ? text.matchAll(handle) : [])].map(({ 0: found, index }) =>
			hit(index, index + found.length, 'account', 'likely')
		),
		...[...(hasService ? text.matchAll(userName) : [])]
			.filter(({ index }) => isNearService(index))
			.map(({ 0: found, index }) => hit(index, index + found.length, 'account', 'maybe')),
		...words.flatMap(({ folded, from }, index): readonly Hit[] => {
			const next = words[index + 1];
			return /^ape(?:n)?staart(?:je)?$/.test(folded) && next && !next.isNumber
				? [hit(from, next.to, 'account-in-words', 'maybe')]
				: [];
		})
	];
};
