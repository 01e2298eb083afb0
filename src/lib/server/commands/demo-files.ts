import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AreaKind } from '../../domain/area/area.ts';
import type { StudyKind } from '../../domain/area/study.ts';
import type { IndicatorRelation } from '../../domain/codebook/code.ts';
import { readTable } from '../../import/read-table.ts';
import type { Table } from '../../import/table.ts';

/** static/demo/project.json: the frame of the demo. */
export type DemoProject = {
	readonly name: string;
	readonly language: string;
	readonly pillars: readonly { key: string; name: string; shortName?: string; absentIn: readonly string[] }[];
	readonly areas: readonly {
		key: string;
		name: string;
		kind: AreaKind;
		parent: string | null;
		aliasName: string | null;
	}[];
	readonly waves: readonly { key: string; label: string; year: number }[];
	readonly studies: readonly { key: string; name: string; kind: StudyKind }[];
	readonly comparisonArea: string;
	readonly smallCell: number;
	readonly withdrawalUntil: string;
	readonly functionGroups: readonly string[];
	readonly ageBands: readonly string[];
	readonly residenceBands: readonly string[];
	readonly includeEarlierWaves: boolean;
};

/** static/demo/codebook.json. */
export type DemoCode = {
	readonly key: string;
	readonly parent: string | null;
	readonly pillar: string | null;
	readonly name: string;
	readonly isCodable: boolean;
	readonly definition: string;
	readonly include: string;
	readonly exclude: string;
	readonly example: string;
	readonly synonyms: readonly string[];
	readonly indicators: readonly { key: string; relation: IndicatorRelation }[];
};

const folder = () => {
	const found = join(process.cwd(), 'static', 'demo');
	if (!existsSync(found)) throw new Error(`no demo in ${found}; start Wijkstem from its own folder, where static/ is`);
	return found;
};

export const demoBytes = (...path: string[]): Uint8Array => new Uint8Array(readFileSync(join(folder(), ...path)));

const json = (name: string): unknown => JSON.parse(new TextDecoder().decode(demoBytes(name)));

export const demoProject = () => json('project.json') as DemoProject;
export const demoCodes = () => (json('codebook.json') as { codes: readonly DemoCode[] }).codes;

/** A table of the demo; a fault in our own file is a bug. */
export const demoTable = (name: string): Table => {
	const table = readTable({ name, bytes: demoBytes(name) });
	if (!table.ok) throw new Error(`static/demo/${name} cannot be read: ${table.problems[0]?.code}`);
	return table.value;
};

/** The rows of a table of the demo by the names of their columns. */
export const demoRows = (name: string): readonly ((column: string) => string)[] => {
	const { columns, rows } = demoTable(name);
	return rows.map(
		({ cells }) =>
			(column) =>
				String(cells[columns.indexOf(column)] ?? '')
	);
};
