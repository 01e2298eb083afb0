import type { Result } from '#lib/domain/problem.ts';
import { addArea } from '#lib/server/commands/add-area.ts';
import { addPillar } from '#lib/server/commands/add-pillar.ts';
import { addStudy } from '#lib/server/commands/add-study.ts';
import { addWave } from '#lib/server/commands/add-wave.ts';
import { deleteArea } from '#lib/server/commands/delete-area.ts';
import { deletePillar } from '#lib/server/commands/delete-pillar.ts';
import { deleteStudy } from '#lib/server/commands/delete-study.ts';
import { deleteWave } from '#lib/server/commands/delete-wave.ts';
import { updateArea } from '#lib/server/commands/update-area.ts';
import { updatePillar } from '#lib/server/commands/update-pillar.ts';
import { updateStudy } from '#lib/server/commands/update-study.ts';
import { updateWave } from '#lib/server/commands/update-wave.ts';
import { inputFrom } from '../../../../form-answer.ts';

type Context = Parameters<typeof addArea>[0];

/** What one can do with a part of the frame, and how its form is read. */
type PartCommands = {
	readonly add: (context: Context, projectId: string, input: unknown) => Promise<Result<unknown>>;
	readonly update: (context: Context, projectId: string, id: string, input: unknown) => Promise<Result<unknown>>;
	readonly remove: (context: Context, projectId: string, id: string) => Promise<Result<null>>;
	readonly read: (form: FormData) => Record<string, unknown>;
};

const parts = {
	area: {
		add: addArea,
		update: updateArea,
		remove: deleteArea,
		read: (form) =>
			inputFrom(form, {
				name: 'text',
				kind: 'text',
				parentId: 'choice',
				aliasName: 'choice',
				statisticalCodes: 'lines'
			})
	},
	wave: {
		add: addWave,
		update: updateWave,
		remove: deleteWave,
		read: (form) => inputFrom(form, { label: 'text', year: 'number' })
	},
	pillar: {
		add: addPillar,
		update: updatePillar,
		remove: deletePillar,
		read: (form) => ({
			...inputFrom(form, { name: 'text', shortName: 'choice' }),
			areaIds: form.has('everywhere') ? null : form.getAll('areaIds')
		})
	},
	study: {
		add: addStudy,
		update: updateStudy,
		remove: deleteStudy,
		read: (form) => inputFrom(form, { name: 'text', kind: 'text', areaId: 'choice' })
	}
} as const satisfies Record<string, PartCommands>;

/** The commands for the part a form is about; null = there is no such part. */
export const commandsOf = (form: FormData): PartCommands | null => {
	const part = form.get('part');
	switch (part) {
		case 'area':
		case 'wave':
		case 'pillar':
		case 'study':
			return parts[part];
		default:
			return null;
	}
};
