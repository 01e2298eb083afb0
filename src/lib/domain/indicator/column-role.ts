/** What a column of a file of figures can be read as; 'margins' says whether a row holds values or bounds, 'other' = not read. */
export const columnRoles = [
	'area',
	'indicator',
	'wave',
	'year',
	'values',
	'n',
	'lower',
	'upper',
	'weight',
	'margins',
	'dimension',
	'other'
] as const;
export type ColumnRole = (typeof columnRoles)[number];
