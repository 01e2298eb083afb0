import type { MemoAnswer } from '../../src/lib/contract/memo.ts';
import type { RichText } from '../../src/lib/domain/text/rich-text.ts';
import { addMemo } from '../../src/lib/server/commands/add-memo.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { valueOf } from '../import/fixture.ts';
import { contextFor } from './project.ts';
import { textOf } from './rich-text-of.ts';

export { textOf };

/** A paragraph that mentions something. */
export const mentionOf = (to: 'code' | 'coding' | 'source', id: string, label: string): RichText => [
	{ kind: 'paragraph', content: [{ kind: 'reference', to, id, label }] }
];

/** A memo by a person, as the API makes it; private and about the project unless said otherwise. */
export const writeMemo = async (
	store: Store,
	projectId: string,
	userId: string,
	input: Readonly<Record<string, unknown>> = {}
): Promise<MemoAnswer> =>
	valueOf(
		await addMemo(await contextFor(store, userId), projectId, {
			about: { kind: 'project' },
			title: 'Een gedachte',
			body: textOf('Wat valt op?'),
			...input
		})
	);
