/**
 * Runs in the page before its own scripts, and notes when things were painted: `shown` when colours and stripes of the
 * codings first stood on the screen, `alive` when those stripes could be pressed, `drawn` after each change of the
 * colours, `pressed` when the last key came.
 * Moments are milliseconds since 1970, so that they can be compared with those of another process.
 */
export const watchPainting = (): void => {
	const watch: PaintWatch = { shown: null, alive: null, drawn: 0, pressed: 0 };
	Object.assign(window, { wijkstemPainting: watch });
	const moment = () => performance.timeOrigin + performance.now();
	// The task after a frame runs when the frame was painted.
	const afterPaint = (then: () => void) => {
		const channel = new MessageChannel();
		channel.port1.onmessage = then;
		channel.port2.postMessage(null);
	};
	// Noted when a highlight gets its name: asking the registry at each addition would cost more than what is measured.
	const ofCodes = new Set<Highlight>();
	const set = HighlightRegistry.prototype.set;
	HighlightRegistry.prototype.set = function (this: HighlightRegistry, name: string, highlight: Highlight) {
		if (name.startsWith('wijkstem-code-')) ofCodes.add(highlight);
		return set.call(this, name, highlight);
	};
	const add = Highlight.prototype.add;
	let isWaiting = false;
	Highlight.prototype.add = function (this: Highlight, range: AbstractRange) {
		if (watch.shown !== null && !isWaiting && ofCodes.has(this)) {
			isWaiting = true;
			requestAnimationFrame(() => {
				isWaiting = false;
				afterPaint(() => (watch.drawn = moment()));
			});
		}
		return add.call(this, range);
	};
	addEventListener('keydown', ({ timeStamp }) => (watch.pressed = performance.timeOrigin + timeStamp), true);
	const look = () => {
		const hasColours = [...ofCodes].some(({ size }) => size > 0);
		const has = (stripe: string) => hasColours && document.querySelector(`[data-turn] .lanes ${stripe}`) !== null;
		if (watch.shown === null && has('.bar')) afterPaint(() => (watch.shown = moment()));
		if (has('button')) afterPaint(() => (watch.alive = moment()));
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
};

export type PaintWatch = { shown: number | null; alive: number | null; drawn: number; pressed: number };
