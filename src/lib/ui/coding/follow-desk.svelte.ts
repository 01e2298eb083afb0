import { listen } from '../live/listen.ts';
import type { BesideState } from './beside/beside-state.svelte.ts';
import type { DeskMemos } from './desk-memos.svelte.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { receiveEvent } from './receive-event.ts';

type Followed = {
	readonly desk: DeskState;
	readonly beside: BesideState;
	readonly noting: DeskMemos;
	/** when the desk was read */
	readonly since: string;
	readonly onStale: () => void;
};

/** Follows what others do, for as long as the component is there; with a second interview in sight, in all of them. */
export const followDesk = ({ desk, beside, noting, since, onStale }: Followed): void => {
	$effect(() =>
		listen(desk.client.events(desk.source.id, since, beside.isOpen), {
			tellsSince: true,
			onEvent: (event) => {
				receiveEvent(desk, event, onStale);
				beside.receive(event);
				noting.receive(event);
			},
			onState: (isOpen) => {
				desk.isLive = isOpen;
				if (isOpen) beside.reopened();
			}
		})
	);
};
