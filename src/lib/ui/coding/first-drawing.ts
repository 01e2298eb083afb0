import type { UserId } from '#lib/domain/project/ids.ts';
import { extentsIn } from '../transcript/extents.ts';
import { drawnFirst, firstLookId, type FirstCoding, type FirstLook, type FirstTurn } from './first-look.ts';
import { HighlightPainter } from '../transcript/highlights.ts';
import { readKept } from './kept-settings.ts';
import { KnownLanes, laneLimit, laneStep, layOut, type Margin } from '../transcript/lanes.ts';
import { TurnTexts } from '../transcript/turn-texts.ts';
import type { TurnView } from '../transcript/turn-view.ts';

/**
 * A small script of its own, that runs before those of the page: it colours the first turns and puts their stripes in
 * the margin, so that a reader does not see a bare text while the desk is being loaded. It is made of the same parts as
 * the desk, which takes over in the frame in which it is ready.
 */
const draw = (): void => {
	const found = document.getElementById(firstLookId)?.textContent;
	if (!found) return;
	const { userId, anchor, turns } = JSON.parse(found) as FirstLook;
	if (hasOwnLayout(userId)) return;
	const views = turns.map(viewOf(anchor));
	const texts = new TurnTexts(views.map(({ view }) => view));
	for (const { view, words } of views) if (words) texts.hold(view, words);
	const painter = new HighlightPainter(texts);
	for (const { view, turn } of views)
		painter.paint(
			view,
			turn.codings.map(({ range, hue }) => ({ ...range, hue, isUnsaved: false }))
		);
	const lanes = new KnownLanes(
		new Map(turns.flatMap(({ codings }) => codings.flatMap(({ id, lane }) => (lane === null ? [] : [[id, lane]]))))
	);
	const measured = views.map(({ view, turn, margin }) => ({
		turn,
		margin,
		extents: extentsIn(texts, view, turn.codings)
	}));
	for (const { turn, margin, extents } of measured) {
		const { lanesOf, ...laidOut } = layOut(extents, lanes.all);
		lanes.add(lanesOf);
		if (margin) putStripes(margin, laidOut, turn.codings);
	}
};

/** Panels of another width and colours of another meaning are known to the desk only. */
const hasOwnLayout = (userId: UserId): boolean => {
	const { colourBy = 'code', codes = true, fragment = true, codesWidth = 0, fragmentWidth = 0 } = readKept(userId);
	return colourBy !== 'code' || !codes || !fragment || codesWidth !== 0 || fragmentWidth !== 0;
};

/** A turn of the page, with its paragraph and the place for stripes in its margin. */
const viewOf = (anchor: string) => (turn: FirstTurn) => {
	const item = document.getElementById(`${anchor}-${turn.ordinal}`);
	const words = item?.querySelector<HTMLElement>('.words') ?? null;
	const view: TurnView = {
		...{ ordinal: turn.ordinal, start: turn.start, end: turn.end, words: words?.textContent ?? '' },
		...{ speakerId: null, startMs: null, endMs: null, speaker: '', isAside: false, time: null }
	};
	return { turn, view, words, margin: item?.querySelector<HTMLElement>(`[${drawnFirst}]`) ?? null };
};

/** The stripes as MarginLanes draws them, but nothing to press yet. */
const putStripes = (box: HTMLElement, { bars, lanes, hidden }: Margin, codings: readonly FirstCoding[]): void => {
	box.replaceChildren();
	box.style.setProperty('--lanes', String(lanes));
	for (const { id, lane, top, height, hasLabel } of bars) {
		const coding = codings.find((one) => one.id === id);
		if (!coding) continue;
		const bar = span(hasLabel ? 'bar labelled' : 'bar');
		bar.style.left = `${lane * laneStep}px`;
		bar.style.top = `${top}px`;
		bar.style.height = `${height}px`;
		bar.style.setProperty('--hue', `var(--wijkstem-code-${coding.hue})`);
		bar.style.setProperty('--lane', String(lane));
		const label = span('label');
		label.textContent = coding.label;
		bar.append(label);
		box.append(bar);
	}
	if (hidden > 0) {
		const more = span('more');
		more.style.left = `${laneLimit * laneStep}px`;
		more.textContent = `+${hidden}`;
		box.append(more);
	}
};

const span = (className: string): HTMLElement => {
	const made = document.createElement('span');
	made.className = className;
	return made;
};

draw();
// Other letters may be wider: once they are there the lines stand elsewhere.
if (document.fonts.status === 'loading') void document.fonts.ready.then(draw);
