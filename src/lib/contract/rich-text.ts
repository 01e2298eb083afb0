import { z } from 'zod';
import { parseRichText, type Block, type Inline, type RichText } from '../domain/text/rich-text.ts';

const inline = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('text'), text: z.string(), marks: z.array(z.enum(['bold', 'italic'])) }),
	z.object({
		kind: z.literal('reference'),
		to: z.enum(['code', 'coding', 'source']),
		id: z.string(),
		label: z.string().describe('hoe het heette toen het geschreven werd; … als u het niet mag zien')
	}),
	z.object({ kind: z.literal('break') })
]) satisfies z.ZodType<Inline>;

const content = z.array(inline);

/** A heading, a paragraph or a list. */
export const richTextBlockItem: z.ZodType<Block> = z.lazy(() =>
	z.union([
		z.object({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), content }),
		z.object({ kind: z.literal('paragraph'), content }),
		z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(richTextBlockItem)) })
	])
);

/** A text with headings, lists and mentions, as it is answered. */
export const richTextAnswer: z.ZodType<RichText> = z.array(richTextBlockItem);

/** The same as it comes in: read by `parseRichText`, which knows how deep and how long a text may be. */
export const richTextInput: z.ZodType<RichText, RichText> = z.preprocess((value, context) => {
	const read = parseRichText(value);
	if (read.ok) return read.value;
	for (const { code, params, at } of read.problems)
		context.issues.push({
			code: 'custom',
			input: value,
			params: { ...params, problem: code },
			path: at === undefined || at === '' ? [] : [at]
		});
	return z.NEVER;
}, z.array(richTextBlockItem));
