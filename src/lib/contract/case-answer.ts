import { hasFixedClasses, isStandardKey, type Variable } from '../domain/case/variable.ts';
import type { VariableAnswer } from './variable.ts';

/** A property of people as it crosses the edge. */
export const toVariableAnswer = ({ key, name, classes, group }: Variable): VariableAnswer => ({
	key,
	name,
	classes: [...classes],
	group,
	isStandard: isStandardKey(key),
	hasFixedClasses: hasFixedClasses(key)
});
