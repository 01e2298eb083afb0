/** A place in the rail; `count` is a number of things that wait or live there. */
export type NavigationLink = {
	readonly label: string;
	readonly href: string;
	readonly count?: number | null;
	readonly isCurrent?: boolean;
};

/** Links that belong to one stage; the first group has no heading. */
export type NavigationGroup = { readonly label?: string; readonly links: readonly NavigationLink[] };

/** A step of the way back; the last one is the page itself and has no link. */
export type Crumb = { readonly label: string; readonly href?: string };
