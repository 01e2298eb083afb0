import { z } from 'zod';
import { indicatorRelations } from '../domain/codebook/code.ts';
import { directions, indicatorKinds } from '../domain/indicator/indicator.ts';
import { list } from './list.ts';

const verdict = z.enum(['better', 'worse', 'same']);

const threshold = z.object({ value: z.number(), unit: z.enum(['points', 'percent']) });

const development = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('known'),
		verdict: verdict.describe('gecorrigeerd voor de richting van de indicator'),
		delta: z.number().describe('tweede waarde min eerste; procentpunten als inPercentagePoints waar is'),
		inPercentagePoints: z.boolean(),
		relative: z.number().nullable().describe('verschil in procent van de eerste waarde'),
		basis: z.discriminatedUnion('kind', [
			z
				.object({ kind: z.literal('tested'), isChanged: z.boolean() })
				.describe('de bron toetste dit verschil zelf; dat gaat voor de marges'),
			z.object({ kind: z.literal('intervals'), overlap: z.boolean() }),
			z.object({ kind: z.literal('threshold'), threshold, cases: z.number().nullable() })
		])
	}),
	z.object({ kind: z.literal('neutral'), delta: z.number().nullable(), inPercentagePoints: z.boolean() }),
	z.object({
		kind: z.literal('unknown'),
		reason: z.object({
			kind: z.enum(['missing', 'suppressed', 'trend-break', 'no-base', 'same-measurement']),
			waveId: z.uuid()
		})
	})
]);

const figureValue = z.object({
	waveId: z.uuid(),
	year: z.int(),
	referenceYear: z.int().nullable().describe('peiljaar'),
	value: z.number().nullable(),
	n: z.int().nullable(),
	lower: z.number().nullable(),
	upper: z.number().nullable(),
	suppressed: z.boolean(),
	trendBreak: z.boolean(),
	note: z.string(),
	source: z.string().nullable().describe('null: de bron van de indicator'),
	sourceVersion: z.string().nullable(),
	trendBreakReason: z.string().nullable(),
	testedAgainst: z.uuid().nullable().describe('de eerdere ronde waartegen de bron deze waarde zelf toetste'),
	testedChange: z.boolean().nullable().describe('of de bron een verschil met die ronde vond')
});

/** An indicator with its values, how it developed, and how it stands beside a larger area. */
export const indicatorFigures = z.object({
	indicatorId: z.uuid(),
	key: z.string(),
	label: z.string(),
	unit: z.string(),
	direction: z.enum(directions),
	kind: z.enum(indicatorKinds),
	source: z.string(),
	threshold,
	relation: z.enum(indicatorRelations).nullable().describe('alleen same-topic telt mee'),
	values: list(figureValue),
	development,
	comparison: z
		.object({ areaId: z.uuid(), areaName: z.string(), values: list(figureValue), development })
		.nullable()
		.describe('de eigen waarde naast die van een groter gebied, in de laatste ronde')
});
