import type { LiveRef } from '#lib/domain/report/live-block.ts';
import type { Slot } from '#lib/domain/report/report.ts';
import type { ReportText } from '#lib/domain/report/report-text.ts';
import { groups } from '#lib/domain/source/source.ts';
import type { Block, Inline, TextMark } from '#lib/domain/text/rich-text.ts';
import type { DisplayRow, JointDisplay } from '#lib/merge/joint-display.ts';
import type { Context } from '#lib/server/access/context.ts';
import { addReport } from '#lib/server/commands/add-report.ts';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { confirmExport } from '#lib/server/commands/confirm-export.ts';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import { placeBlock } from '#lib/server/commands/place-block.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import { viewExportCheck } from '#lib/server/views/export-check.ts';
import { viewJointDisplay } from '#lib/server/views/joint-display.ts';
import { viewMatrix } from '#lib/server/views/matrix.ts';
import { viewQuoteChoices } from '#lib/server/views/quote-choices.ts';
import { valueOf } from '../import/fixture.ts';
import { textOf } from './rich-text-of.ts';

/** The demo of which authors have made something: who takes a file away from it needs these. */
export type WrittenDemo = {
	readonly projectId: string;
	readonly reportId: string;
	/** Veiligheid in Vollenhove */
	readonly place: { readonly areaId: string; readonly pillarId: string };
};

const written = ['Vollenhove', 'Overvecht'];

/**
 * What authors make of a project that holds the demo, through the commands of the app: every theme of two districts is
 * decided, some with a core message, quotes are chosen, and a report says all that a report can say about both.
 */
export const writeDemo = async (context: Context, projectId: string): Promise<WrittenDemo> => {
	const { matrix } = valueOf(await viewMatrix(context, projectId, {}));
	const areas = written.map((name) => matrix?.areas.find((area) => area.name === name)?.id ?? '');
	const pillars = matrix?.pillars ?? [];
	const input = { title: 'Twee wijken in één beeld', kind: 'final', areaIds: areas };
	const reportId = valueOf(await addReport(context, projectId, input)).id;
	for (const areaId of areas)
		for (const { id: pillarId } of pillars) {
			const display = () => viewJointDisplay(context, projectId, { areaId, pillarId });
			await settle(context, projectId, valueOf(await display()).display);
			await writeAbout(context, { projectId, reportId }, valueOf(await display()).display);
		}
	const pillarId = pillars.find(({ name }) => name.startsWith('Veiligheid'))?.id ?? '';
	return { projectId, reportId, place: { areaId: areas[0] ?? '', pillarId } };
};

/** The number of a confirmation of what is found in a file; undefined when there is nothing to confirm. */
export const confirmed = async (context: Context, projectId: string, file: object): Promise<string | undefined> => {
	const { outcome, fingerprint } = valueOf(await viewExportCheck(context, projectId, file, 'nl'));
	if (outcome === 'clear') return undefined;
	const input = { export: file, fingerprint, reason: 'De wijk is groot genoeg.' };
	return valueOf(await confirmExport(context, projectId, input)).id;
};

const settle = async (context: Context, projectId: string, { rows }: JointDisplay): Promise<void> => {
	for (const [at, { rowId, name, proposal }] of rows.entries()) {
		const { items } = valueOf(await viewQuoteChoices(context, projectId, rowId, {}));
		const quotable = items.filter(({ text }) => text !== null);
		for (const of of groups) {
			const first = quotable.find(({ group }) => group === of);
			if (first) valueOf(await chooseQuote(context, projectId, rowId, first.codingId));
		}
		if (proposal.fit === null) continue;
		const input = {
			fit: proposal.fit,
			reason: `Over ‘${name}’ zeggen de cijfers en de gesprekken samen genoeg.`,
			metaInference: at === 0 ? `Er is iets veranderd bij ‘${name}’, en dat merkt men in één oogopslag.` : '',
			withoutExplanation: true
		};
		valueOf(await decideFit(context, projectId, rowId, input));
	}
};

type Written = { readonly projectId: string; readonly reportId: string };

/** Each place of a pillar in an area, with every kind of block of which there is something. */
const writeAbout = async (context: Context, { projectId, reportId }: Written, display: JointDisplay): Promise<void> => {
	const place = { areaId: display.area.id, pillarId: display.pillar.id };
	const placed = async (shows: LiveRef | null): Promise<ReportText> => {
		if (!shows) return [];
		const { id } = valueOf(await placeBlock(context, projectId, reportId, { ...place, shows }));
		return [{ kind: 'live', id }];
	};
	const write = (slot: Slot, ...parts: readonly ReportText[]) =>
		writeSection(context, projectId, reportId, { ...place, slot }, { version: 0, text: parts.flat() });
	const known = display.indicators.filter(({ values }) => values.some(({ value }) => value !== null));
	const about = (kind: 'figure' | 'chart', at: number): LiveRef | null =>
		known[at] ? { kind, indicatorId: known[at].indicatorId } : null;
	const quote = (group: string): LiveRef | null => {
		const found = display.rows.flatMap((row) => row.quotes).find((one) => one.group === group && one.text !== null);
		return found ? { kind: 'quote', codingId: found.codingId, shortened: null } : null;
	};
	valueOf(await write('message', textOf(`In ${display.area.name} gaat het over ${display.pillar.name} 😀.`)));
	valueOf(
		await write(
			'figures',
			await placed(known.length > 0 ? { kind: 'table' } : null),
			await placed(about('chart', 0)),
			await placed(about('chart', 1)),
			await placed(about('figure', 0))
		)
	);
	valueOf(
		await write(
			'residents',
			ofResidents,
			await placed(quote('resident')),
			await placed(countOf(display.rows, 'resident'))
		)
	);
	valueOf(await write('professionals', textOf('Professionals zeggen:'), await placed(quote('professional'))));
	valueOf(await write('explanations', explained));
	valueOf(await write('attention', await placed({ kind: 'display' }), textOf('Blijf dit volgen.')));
};

const countOf = (rows: readonly DisplayRow[], group: 'resident' | 'professional'): LiveRef | null => {
	const row = rows.find(({ voices }) => voices[group].mentions > 0);
	return row ? { kind: 'count', codeId: row.codeId, group, saying: 'mentions' } : null;
};

const words = (text: string, ...marks: readonly TextMark[]): Inline => ({ kind: 'text', text, marks });
const line = (...content: readonly Inline[]): Block => ({ kind: 'paragraph', content });
const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, content: [words(text)] });

const ofResidents: ReportText = [
	line(
		words('Wij spraken bewoners '),
		words('thuis', 'bold'),
		words(', op '),
		words('straat', 'italic'),
		words(' en in het '),
		words('buurthuis', 'bold', 'italic'),
		words('.'),
		{ kind: 'break' },
		words('Wat zij zeggen, staat hieronder.')
	)
];

const explained: ReportText = [
	heading(2, 'Wat mensen noemen'),
	{
		kind: 'list',
		ordered: true,
		items: [
			[line(words('De wijk is verbouwd.')), { kind: 'list', ordered: false, items: [[line(words('eerst de flats'))]] }],
			[line(words('Er zijn meer mensen op straat.')), line(words('Ook ’s avonds.'))]
		]
	},
	heading(3, 'Wat wij niet weten'),
	{ kind: 'list', ordered: false, items: [[line(words('of het blijft'))], [line(words('of het overal zo is'))]] }
];
