/** Whether a file fits an input's `accept`: extensions such as ".docx", types such as "text/plain" or "text/*". */
export const fitsAccept = (file: { name: string; type: string }, accept: string | undefined): boolean => {
	const kinds = (accept ?? '')
		.split(',')
		.map((kind) => kind.trim().toLowerCase())
		.filter((kind) => kind !== '');
	const name = file.name.toLowerCase();
	const type = file.type.toLowerCase();
	return (
		kinds.length === 0 ||
		kinds.some((kind) => {
			if (kind.startsWith('.')) return name.endsWith(kind);
			return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind;
		})
	);
};

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as people read it: at most one decimal, in steps of 1000. */
export const fileSize = (bytes: number, locale: string): string => {
	const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
	return new Intl.NumberFormat(locale, {
		style: 'unit',
		unit: units[step] ?? 'byte',
		unitDisplay: 'short',
		maximumFractionDigits: 1
	}).format(bytes / 1000 ** step);
};
