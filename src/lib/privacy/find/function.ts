import { findPhrases, type Phrases } from '../phrases.ts';
import { isBeside, type Hit, type Reading } from '../reading.ts';

/** Functions of which a wijk, a school or a building has only one or a few. */
const functions = new Set(
	`wijkagent wijkagente wijkmanager wijkregisseur gebiedsmanager gebiedsregisseur wethouder burgemeester directeur directrice rector
	schoolhoofd conciërge conciërge huismeester huismeesteres beheerder beheerster wijkverpleegkundige praktijkhouder praktijkmanager huisarts
	tandarts apotheker imam dominee pastoor pastor voorganger voorzitter voorzitster penningmeester secretaris bestuurder teamleider
	manager coördinator jongerenwerker opbouwwerker buurtsportcoach straatcoach wijkconsulent woonconsulent eigenaar eigenares oprichter
	oprichtster hoofd chef leidinggevende projectleider programmamanager kwartiermaker`
		.split(/\s+/)
		.map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''))
);
const links = new Set(['van', 'bij', 'in', 'op', 'aan']);
const fillers = new Set(
	"de het een onze ons mijn deze dit die dat 't hele basisschool school flat wijk buurt moskee kerk stichting".split(
		' '
	)
);
const ends = new Set('wijk buurt school flat straat moskee kerk buurthuis wijkteam'.split(' '));
const mostWords = 5;

/** Functions that point to one person: of the project's list, or "de huismeester van de Ivoordreef". A person decides. */
export const findFunctions = (reading: Reading, listed: Phrases): readonly Hit[] => {
	const { words } = reading;
	const ofList = findPhrases(reading, listed).map(({ from, to }): Hit => ({
		from,
		to,
		kind: 'function',
		rule: 'function-listed',
		sureness: 'likely'
	}));
	const ofPlace = words.flatMap((word, index): readonly Hit[] => {
		const link = words[index + 1];
		if (!functions.has(word.folded) || !link || !links.has(link.folded) || !isBeside(reading, word, link)) return [];
		let last: number | null = null;
		for (let at = index + 2; at < index + 2 + mostWords && isBeside(reading, words[at - 1], words[at]); at += 1) {
			const next = words[at];
			if (!next) break;
			const isThis = ends.has(next.folded) && /^(?:deze|onze|die)$/.test(words[at - 1]?.folded ?? '');
			if (next.isCapital || isThis) last = at;
			else if (!fillers.has(next.folded)) break;
			if (isThis) break;
		}
		const end = last === null ? undefined : words[last];
		return end ? [{ from: word.from, to: end.to, kind: 'function', rule: 'function-of-place', sureness: 'maybe' }] : [];
	});
	return [...ofList, ...ofPlace];
};
