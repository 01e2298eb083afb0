import type { SessionLeft } from '#lib/ui/shell/session-clock.svelte.ts';

type Session = NonNullable<App.Locals['session']>;

/** How long a session still lasts, in seconds, so that the clock of the browser does not matter. */
export const sessionLeft = ({ userId, expiresAt, endsAt }: Session, now: Date): SessionLeft => ({
	userId,
	seconds: Math.max(0, Math.floor((expiresAt.getTime() - now.getTime()) / 1000)),
	canExtend: expiresAt.getTime() < endsAt.getTime()
});
