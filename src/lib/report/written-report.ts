import type { Valence } from '../domain/coding/valence.ts';
import type { Area } from '../domain/area/area.ts';
import type { Pillar } from '../domain/indicator/pillar.ts';
import type { ReportKind, Section } from '../domain/report/report.ts';
import type { Group } from '../domain/source/source.ts';
import type { Locale } from '../words/locale.ts';
import type { LeftOut } from './left-out.ts';
import type { Methods } from './method-appendix.ts';
import type { PlacedBlock } from './section-blocks.ts';

/** The passage that a quote of a report is from. */
export type QuotedPassage = {
	/** all its words */
	readonly whole: string;
	/** "Veiligheid › Je veilig voelen" */
	readonly codePath: string;
	readonly valences: readonly Valence[];
	readonly group: Group | null;
};

/** All that a written report is made of. */
export type WrittenReport = {
	readonly title: string;
	readonly kind: ReportKind;
	readonly language: Locale;
	readonly years: { readonly from: number; readonly to: number };
	/** in the order of the report */
	readonly areas: readonly Pick<Area, 'id' | 'name'>[];
	readonly pillars: readonly Pick<Pillar, 'id' | 'name'>[];
	readonly sections: readonly Pick<Section, 'pillarId' | 'areaId' | 'slot' | 'text'>[];
	readonly blocks: ReadonlyMap<string, PlacedBlock>;
	/** what the figures and voices behind it are warned of: small groups */
	readonly warnings: readonly LeftOut[];
	/** of quotes that may be shown: the passage they are from, by the id of the block */
	readonly passages: ReadonlyMap<string, QuotedPassage>;
	readonly hasQuoteAppendix: boolean;
	/** for the appendix about how it was made; null: without */
	readonly methods: Methods | null;
};
