/** The day of a moment in the Netherlands, as 2025-03-14. */
export const dayInTheNetherlands = (at: Date): string =>
	new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }).format(at);
