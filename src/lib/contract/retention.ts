import { z } from 'zod';
import type { DestructionKind, DestructionWhy } from '../domain/source/retention.ts';
import { openKeyInput } from './pseudonym.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

export const proposeDestructionInput = openKeyInput;

const decision = z
	.enum(['confirm', 'decline'])
	.describe('confirm: vernietigen, door een ander dan wie het voorstelde; decline: niet doen');

export const decideDestructionInput = z.strictObject({ decision });

/** Several interviews at once, from the page. */
export const proposeDestructionsInput = z.strictObject({
	sourceIds: z.array(id).min(1).max(1000),
	reason: openKeyInput.shape.reason
});

export const decideDestructionsInput = z.strictObject({
	proposals: z
		.array(z.strictObject({ sourceId: id, destructionId: id }))
		.min(1)
		.max(1000),
	decision
});

const sealed = {
	keyEntries: z.int().describe('regels van de sleutel'),
	versions: z.int().describe('verzegelde eerdere teksten')
};

export const proposedDestructionAnswer = z.object({ id, ...sealed });
export type ProposedDestructionAnswer = z.infer<typeof proposedDestructionAnswer>;

export const decidedDestructionAnswer = z.object({ state: z.enum(['done', 'declined']), ...sealed });
export type DecidedDestructionAnswer = z.infer<typeof decidedDestructionAnswer>;

/** An interview of which something is kept that names people. */
export type RetainedItem = {
	readonly sourceId: string;
	readonly title: string;
	readonly areaName: string;
	readonly keyEntries: number;
	readonly versions: number;
	/** null = no file is kept; `until` null = its term has not begun */
	readonly file: { readonly until: string | null } | null;
	/** when an interview that was deleted is destroyed with all that is kept of it; null = it was not deleted */
	readonly goesAt: string | null;
	readonly isKeyDue: boolean;
	readonly proposal: {
		readonly id: string;
		readonly reason: string;
		readonly by: string;
		readonly isOwn: boolean;
		readonly at: string;
	} | null;
};

/** Something that was destroyed. */
export type DestroyedItem = {
	readonly id: string;
	/** null = the interview itself is gone */
	readonly title: string | null;
	readonly kind: DestructionKind;
	readonly why: DestructionWhy;
	readonly keyEntries: number;
	readonly versions: number;
	readonly proposedBy: string | null;
	readonly decidedBy: string | null;
	readonly at: string;
};

/** Everything the page about keeping and destroying shows. */
export type RetentionScreen = {
	readonly originalDays: number;
	readonly keysUntil: string | null;
	readonly items: readonly RetainedItem[];
	readonly destroyed: readonly DestroyedItem[];
	/** other people who could confirm */
	readonly others: number;
	readonly mayManage: boolean;
};

const tag = 'Bewaren en vernietigen';
const destructions = '/projects/{projectId}/sources/{sourceId}/key-destructions';

/** The routes with which two people destroy a key. */
export const retentionRoutes: readonly RouteDescription[] = [
	{
		method: 'POST',
		path: destructions,
		summary: 'Stelt voor om de sleutel en de verzegelde eerdere teksten te vernietigen; een tweede persoon bevestigt',
		tag,
		body: proposeDestructionInput,
		status: 201,
		answer: proposedDestructionAnswer
	},
	{
		method: 'POST',
		path: `${destructions}/{destructionId}/confirmation`,
		summary:
			'Bevestigt een voorstel (het is dan voorgoed weg), of wijst het af; wie het voorstelde kan niet bevestigen',
		tag,
		body: decideDestructionInput,
		status: 200,
		answer: decidedDestructionAnswer
	}
];
