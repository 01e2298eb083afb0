import type { Area } from '#lib/domain/area/area.ts';
import type { Code } from '#lib/domain/codebook/code.ts';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import { noValences } from '#lib/domain/coding/valence.ts';
import type { CodedPassage } from '#lib/query/coded-passage.ts';
import type { Range } from '#lib/domain/text/range.ts';
import type { Material } from '#lib/query/evaluate.ts';

const code = (id: string, parentId: string | null, more: Partial<Code> = {}): Code => ({
	id,
	parentId,
	name: id,
	definition: '',
	include: '',
	exclude: '',
	example: '',
	synonyms: [],
	color: null,
	isCodable: true,
	place: 0,
	pillarIds: null,
	indicators: [],
	...more
});

/** wonen › groen › bomen, wonen › huis (serves health too), veiligheid */
export const codebook = codebookOf([
	code('wonen', null, { isCodable: false, pillarIds: ['living'], place: 1 }),
	code('groen', 'wonen', { place: 1 }),
	code('bomen', 'groen'),
	code('huis', 'wonen', { pillarIds: ['living', 'health'], place: 2 }),
	code('veiligheid', null, { pillarIds: ['safety'], place: 2 })
]);

const area = (id: string, parentId: string | null): Area => ({
	id,
	parentId,
	name: id,
	aliasName: null,
	kind: parentId === null ? 'municipality' : 'district',
	statisticalCodes: []
});
export const areas = [
	area('zeist', null),
	area('vollenhove', 'zeist'),
	area('utrecht', null),
	area('overvecht', 'utrecht')
];

export const sources = {
	vol: source('VOL-B-01', 'vollenhove', '2023', 'resident'),
	volP: source('VOL-P-02', 'vollenhove', '2025', 'professional'),
	ove: source('OVE-B-01', 'overvecht', '2023', 'resident'),
	note: { ...source('NOTITIE', 'overvecht', '2023', 'resident'), kind: 'note' as const },
	closed: { ...source('SOE-P-01', 'overvecht', '2023', 'professional'), status: 'restricted' as const }
};

function source(
	title: string,
	areaId: string,
	waveId: string,
	group: CodedPassage['source']['group']
): CodedPassage['source'] {
	return { id: `s-${title}`, title, kind: 'transcript', areaId, waveId, group, status: 'released' };
}

/** A coding with a code in a source; the rest as one says. */
export const passage = (
	id: string,
	codeId: string,
	inSource: CodedPassage['source'],
	more: Partial<CodedPassage> = {}
): CodedPassage => ({
	id,
	codeId,
	coderId: 'anna',
	range: { start: 0, end: 10 },
	valences: noValences,
	isImportant: false,
	layer: 'shared',
	quote: 'Ik voel me 😀 thuis in één wijk',
	source: inSource,
	...more
});

/** Every source has three turns, with a label before each: [4, 20), [24, 40) and [44, 60). */
export const turns: readonly Range[] = [
	{ start: 4, end: 20 },
	{ start: 24, end: 40 },
	{ start: 44, end: 60 }
];

export const material = (...passages: readonly CodedPassage[]): Material => ({
	codebook,
	areas,
	passages,
	sources: Object.values(sources),
	turns: new Map(Object.values(sources).map(({ id }) => [id, turns]))
});
