import { applyEdit, type Edit } from '../domain/text/edit.ts';
import { findBsns } from './find/bsn.ts';
import { bsnPlaceholder } from './placeholders.ts';
import { replacementEdit } from './replace.ts';

/** The edit that takes every citizen service number out of a text, and how many there were. It may never be stored. */
export const bsnBlock = (text: string): { readonly edit: Edit; readonly found: number } => {
	const found = findBsns(text);
	const edit = replacementEdit(
		found.map(({ start, end }) => ({ start, end, placeholder: bsnPlaceholder, kind: 'bsn' }))
	);
	return { edit, found: found.length };
};

/** A short text, such as a title, without citizen service numbers. */
export const withoutBsns = (text: string): string => {
	const { edit, found } = bsnBlock(text);
	return found === 0 ? text : applyEdit(text, edit);
};
