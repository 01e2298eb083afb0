import { fail, ok, type Result } from '../problem.ts';
import { codePointLength, positionMap, type Position } from './position.ts';

/** One step through a text: keep so many code points, put words in, or leave so many code points out. */
export type Operation = { readonly retain: number } | { readonly insert: string } | { readonly delete: number };

/**
 * A change of a text as the steps from its beginning to its end, as Quill and ShareDB write them. It is in canonical
 * form: no empty steps, no two alike in a row, what is put in before what goes out at the same place, and nothing
 * kept at the end; so two edits that do the same are equal.
 */
export type Edit = readonly Operation[];

/** How many code points of the old text an operation passes over. */
const consumed = (operation: Operation): number =>
	'retain' in operation ? operation.retain : 'delete' in operation ? operation.delete : 0;

/** Brings operations into canonical form. */
export const canonicalEdit = (operations: readonly Operation[]): Edit => {
	const steps: Operation[] = [];
	const push = (step: Operation) => {
		const last = steps.at(-1);
		if (!last) steps.push(step);
		else if ('retain' in step && 'retain' in last) steps[steps.length - 1] = { retain: last.retain + step.retain };
		else if ('delete' in step && 'delete' in last) steps[steps.length - 1] = { delete: last.delete + step.delete };
		else if ('insert' in step && 'insert' in last) steps[steps.length - 1] = { insert: last.insert + step.insert };
		else if ('insert' in step && 'delete' in last) {
			steps.pop();
			push(step);
			steps.push(last);
		} else steps.push(step);
	};
	for (const operation of operations)
		if ('insert' in operation ? operation.insert !== '' : consumed(operation) > 0) push(operation);
	const last = steps.at(-1);
	return last && 'retain' in last ? steps.slice(0, -1) : steps;
};

/**
 * Reads an edit of a text of `length` code points. Problems: a step that is not a whole number above 0
 * (`edit-step-invalid`), steps that pass the end of the text (`edit-too-long`).
 */
export const parseEdit = (operations: readonly Operation[], length: Position): Result<Edit> => {
	const wrong = operations.findIndex((operation) =>
		'insert' in operation ? operation.insert === '' : !Number.isInteger(consumed(operation)) || consumed(operation) < 1
	);
	if (wrong !== -1) return fail('edit-step-invalid', { step: wrong + 1 }, `operations.${wrong}`);
	const passed = operations.reduce((sum, operation) => sum + consumed(operation), 0);
	if (passed > length) return fail('edit-too-long', { passed, length }, 'operations');
	return ok(canonicalEdit(operations));
};

/** Whether an edit leaves the text as it is. */
export const isEmptyEdit = (edit: Edit): boolean => edit.length === 0;

/** The text after an edit. An edit that passes the end of the text is a programmer's mistake. */
export const applyEdit = (text: string, edit: Edit): string => {
	const map = positionMap(text);
	const parts: string[] = [];
	let at = 0;
	for (const operation of edit) {
		if ('insert' in operation) parts.push(operation.insert);
		else {
			const end = at + consumed(operation);
			if (end > map.length) throw new RangeError(`edit passes the end of a text of ${map.length} code points`);
			if ('retain' in operation) parts.push(map.slice(at, end));
			at = end;
		}
	}
	parts.push(map.slice(at, map.length));
	return parts.join('');
};

/** The edit that brings the new text back to `before`. */
export const invertEdit = (before: string, edit: Edit): Edit => {
	const map = positionMap(before);
	let at = 0;
	const steps = edit.map((operation): Operation => {
		if ('insert' in operation) return { delete: codePointLength(operation.insert) };
		const start = at;
		at += consumed(operation);
		return 'retain' in operation ? operation : { insert: map.slice(start, at) };
	});
	return canonicalEdit(steps);
};

/** One edit that does what `first` and then `second` do. */
export const composeEdits = (first: Edit, second: Edit): Edit => {
	const steps: Operation[] = [];
	const waiting = [...second].reverse();
	const next = (): Operation => waiting.pop() ?? { retain: Infinity };
	for (const operation of first) {
		if ('delete' in operation) {
			steps.push(operation);
			continue;
		}
		const made = 'insert' in operation ? [...operation.insert] : null;
		let left = made ? made.length : consumed(operation);
		let from = 0;
		while (left > 0) {
			const step = next();
			if ('insert' in step) {
				steps.push(step);
				continue;
			}
			const length = Math.min(left, consumed(step));
			if ('retain' in step)
				steps.push(made ? { insert: made.slice(from, from + length).join('') } : { retain: length });
			else if (!made) steps.push({ delete: length });
			const rest = consumed(step) - length;
			if (rest > 0) waiting.push('retain' in step ? { retain: rest } : { delete: rest });
			left -= length;
			from += length;
		}
	}
	return canonicalEdit([
		...steps,
		...waiting.reverse().filter((step) => !('retain' in step && step.retain === Infinity))
	]);
};
