import { z } from 'zod';
import { paragraph, id } from './text.ts';

const mostSteps = 50_000; // a whole new transcript, word by word

const step = z.union([
	z.strictObject({ retain: z.int().min(1).describe('zoveel tekens blijven staan') }),
	z.strictObject({ insert: z.string().min(1).max(2_000_000).describe('deze tekst komt erbij') }),
	z.strictObject({ delete: z.int().min(1).describe('zoveel tekens gaan weg') })
]);

/** A change of a text, step by step from its beginning; what is not named stays. */
export const editSourceInput = z.strictObject({
	version: z.int().min(1).describe('de versie van de tekst die u zag; is er intussen een nieuwe, dan volgt 409'),
	operations: z.array(step).max(mostSteps).describe('in Unicode-tekens (code points), vanaf het begin van de tekst'),
	reason: paragraph(1000).default('').describe('waarom de tekst verandert'),
	closesBefore: z
		.boolean()
		.default(false)
		.describe('true: de versies van voor deze zijn alleen nog te lezen voor wie het gesprek voorbereidt')
});
export type EditSourceInput = z.infer<typeof editSourceInput>;

/** An edit that is not made: what it would do. */
export const previewEditInput = editSourceInput.pick({ version: true, operations: true });

const place = z.object({ id, start: z.int(), end: z.int() });

/** What an edit did to the text and to what was coded on it. */
export const editedSourceAnswer = z.object({
	version: z.int().describe('de nieuwe versie; dezelfde als er niets veranderde'),
	characters: z.int(),
	sha256: z.string(),
	moved: z.int().describe('coderingen waarvan de woorden niet veranderden'),
	changed: z.array(place).describe('coderingen waarin woorden veranderden, met hun nieuwe plaats: kijk die na'),
	orphaned: z
		.array(z.object({ id, at: z.int(), quote: z.string() }))
		.describe('coderingen waarvan alle woorden weg zijn, met waar die stonden; ze wachten op een nieuwe plaats'),
	bsnsRemoved: z.int().describe('burgerservicenummers die door [BSN] zijn vervangen; Wijkstem bewaart ze nooit')
});
export type EditedSourceAnswer = z.infer<typeof editedSourceAnswer>;

const count = z.int();

/** What an edit would do to what was coded on the text. */
export const editPreviewAnswer = z.object({
	version: z.int().describe('de versie waarop is gerekend'),
	characters: z.int().describe('zo lang wordt de tekst'),
	moved: count.describe('coderingen waarvan de woorden niet veranderen'),
	grown: count.describe('coderingen die er woorden bij krijgen'),
	shrunk: count.describe('coderingen die korter worden'),
	replaced: count.describe('coderingen waarin woorden veranderen en die even lang blijven'),
	orphaned: count.describe('coderingen waarvan alle woorden weggaan'),
	hits: z
		.array(
			z.object({
				codingId: id,
				kind: z.enum(['grown', 'shrunk', 'replaced', 'orphaned']),
				codeName: z.string(),
				coderName: z.string(),
				before: z.string(),
				after: z.string().describe('leeg als alle woorden weggaan')
			})
		)
		.describe('wat geraakt wordt; leeg voor wie geen coderingen mag zien')
});
export type EditPreviewAnswer = z.infer<typeof editPreviewAnswer>;

/** The difference with a corrected file, as an edit that can be sent. */
export const fileComparisonAnswer = z.object({
	version: z.int().describe('de versie waarmee is vergeleken'),
	operations: z.array(step),
	warnings: z.array(z.object({ code: z.string(), message: z.string() })).describe('om na te kijken')
});
export type FileComparisonAnswer = z.infer<typeof fileComparisonAnswer>;
