import type { RichText } from '../../src/lib/domain/text/rich-text.ts';

/** A text of one paragraph. */
export const textOf = (text: string): RichText => [{ kind: 'paragraph', content: [{ kind: 'text', text, marks: [] }] }];
