/** What stands in a cell: numbers stay numbers, so that they can be computed with. */
export type Cell = string | number | null;

export type Column = {
	readonly label: string;
	/** characters, for a sheet */
	readonly width: number;
};

/** A table as it goes to CSV or a sheet. */
export type Table = {
	/** name of the sheet */
	readonly name: string;
	/** the line of invented data */
	readonly watermark: string | null;
	/** what the file says of itself: label and value */
	readonly about: readonly (readonly [string, string])[];
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly Cell[])[];
};
