/** A moment in a recording as it is written: "1:02:03" or "2:03.5". */
export const turnTime = (ms: number): string => {
	const seconds = Math.floor(ms / 1000);
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	const two = (value: number) => String(value).padStart(2, '0');
	const rest =
		ms % 1000 === 0
			? ''
			: `.${String(ms % 1000)
					.padStart(3, '0')
					.replace(/0+$/, '')}`;
	return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}${rest}`;
};

/** Reads a moment in a recording, in milliseconds; null = nothing is written, undefined = it is no moment. */
export const readTurnTime = (written: string): number | null | undefined => {
	const text = written.trim();
	if (text === '') return null;
	const found = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?$/.exec(text);
	if (!found) return undefined;
	const [, hours = '0', minutes = '0', seconds = '0', rest = ''] = found;
	if (hours !== '0' && Number(minutes) > 59) return undefined;
	return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest.padEnd(3, '0'));
};
