import { fail, ok, type Result } from '../problem.ts';
import { toCanonicalText } from './canonical-edit.ts';
import { parseEdit, type Edit, type Operation } from './edit.ts';
import { codePointLength } from './position.ts';

/** An edit as it will be stored, with the text it makes. */
export type SettledEdit = { readonly edit: Edit; readonly text: string };

/**
 * Reads what somebody wants to change of a text, and brings it into the one form. Null: nothing changes. Problems: those
 * of `parseEdit` and `toCanonicalText`, and an edit that leaves no words (`edit-empties-text`).
 */
export const settleEdit = (text: string, operations: readonly Operation[]): Result<SettledEdit | null> => {
	const asked = parseEdit(operations, codePointLength(text));
	if (!asked.ok) return asked;
	const settled = toCanonicalText(text, asked.value);
	if (!settled.ok) return settled;
	if (settled.value.text === text) return ok(null);
	return settled.value.text.trim() === '' ? fail('edit-empties-text', undefined, 'operations') : settled;
};
