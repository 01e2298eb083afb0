import { failAll, ok, type Problem, type Result } from '../domain/problem.ts';
import { isTooFew, notationOf, readNumber } from './decimal.ts';

const numbers = ['referenceYear', 'value', 'n', 'lower', 'upper'] as const;
type NumberField = (typeof numbers)[number];

export type TypedNumbers = Readonly<Record<NumberField, string>>;
export type ReadNumbers = Readonly<Record<NumberField, number | null>>;

/**
 * The numbers of one value as a person typed them, with a decimal comma or point. What can be read in two ways
 * ("1.000") is read as the other fields show, and refused when they show nothing: it is never guessed.
 */
export const readTypedNumbers = (typed: TypedNumbers): Result<ReadNumbers> => {
	const cellOf = (field: NumberField) => ({ row: 1, cell: typed[field], isWhole: field === 'n' });
	const together = notationOf(numbers.map(cellOf));
	const problems: Problem[] = [];
	const read = (field: NumberField): number | null => {
		// Two fields in two notations are still clear each by itself: 61,2 and 59.5.
		const notation = together.decimal === 'mixed' ? notationOf([cellOf(field)]) : together;
		const reading = readNumber(typed[field], notation);
		if (reading.kind === 'number') return reading.value;
		if (isTooFew(typed[field]))
			problems.push({ code: 'observation-number-few', params: { value: typed[field].trim() }, at: field });
		else if (reading.kind !== 'missing')
			problems.push({ code: `observation-number-${reading.kind}`, params: { value: typed[field].trim() }, at: field });
		return null;
	};
	const values: ReadNumbers = {
		referenceYear: read('referenceYear'),
		value: read('value'),
		n: read('n'),
		lower: read('lower'),
		upper: read('upper')
	};
	if (values.referenceYear === null && !problems.some(({ at }) => at === 'referenceYear'))
		problems.push({ code: 'observation-year-missing', at: 'referenceYear' });
	return problems.length > 0 ? failAll(problems) : ok(values);
};
