import type { Page } from '../../contract/cursor.ts';
import type { ValenceAnswer } from '../../contract/valence.ts';
import { valences } from '../../domain/coding/valence.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { valenceLabel } from '../../words/labels.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';

/** The four valences on their two axes, in the words of the reader's language. */
export const listValences = async (context: Context, projectId: string): Promise<Result<Page<ValenceAnswer>>> => {
	const permitted = await permit(context, projectId, 'frame.read');
	if (!permitted.ok) return permitted;
	const items = valences.map(({ key, axis, sign }) => ({ key, label: valenceLabel(key), axis, sign }));
	return ok({ items, nextCursor: null });
};
