import type { Action } from '#lib/domain/project/membership.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Navigation } from '#lib/server/views/navigation.ts';
import type { NavigationGroup, NavigationLink } from '#lib/ui/shell/navigation.ts';

type Place = {
	readonly path: string;
	readonly label: () => string;
	readonly needs: Action;
	readonly count?: keyof Navigation['counts'];
};

type Stage = { readonly label?: () => string; readonly places: readonly Place[] };

/** The pages of a project by stage of the work. */
const stages: readonly Stage[] = [
	{
		places: [
			{ path: '/work', label: m.work_nav, needs: 'work.read' },
			{ path: '', label: m.nav_overview, needs: 'display.read' }
		]
	},
	{
		label: m.shell_nav_collect,
		places: [
			{ path: '/sources', label: m.shell_nav_sources, needs: 'source.list', count: 'sources' },
			{ path: '/cases', label: m.case_nav, needs: 'case.read' },
			{ path: '/kernset', label: m.shell_nav_kernset, needs: 'figures.read', count: 'indicators' },
			{ path: '/studies', label: m.study_nav, needs: 'study.read' }
		]
	},
	{
		label: m.shell_nav_code,
		places: [
			{ path: '/search', label: m.search_nav, needs: 'coding.read' },
			{ path: '/memos', label: m.memo_nav, needs: 'memo.read' },
			{ path: '/codebook', label: m.shell_nav_codebook, needs: 'codebook.read', count: 'codes' },
			{ path: '/codebook/proposals', label: m.proposal_nav, needs: 'coding.read', count: 'proposals' }
		]
	},
	{
		label: m.shell_nav_interpret,
		places: [
			{ path: '/query', label: m.shell_nav_query, needs: 'coding.read' },
			{ path: '/joint-display', label: m.shell_nav_display, needs: 'display.read' },
			{ path: '/network', label: m.network_nav, needs: 'display.read' },
			{ path: '/explanations', label: m.shell_nav_explanations, needs: 'explanation.read', count: 'explanations' },
			{ path: '/sessions', label: m.session_nav, needs: 'explanation.read' },
			{ path: '/reports', label: m.writing_nav, needs: 'report.read' }
		]
	},
	{
		label: m.edition_nav_stage,
		places: [
			{ path: '/publications', label: m.edition_nav, needs: 'publication.read' },
			{ path: '/lessons', label: m.lesson_nav, needs: 'publication.read' }
		]
	},
	{
		label: m.shell_nav_manage,
		places: [
			{ path: '/members', label: m.shell_nav_members, needs: 'member.manage', count: 'members' },
			{ path: '/settings', label: m.shell_nav_settings, needs: 'project.manage' },
			{ path: '/settings/retention', label: m.retention_nav, needs: 'key.destroy' }
		]
	}
];

/** The menu of a project for one person, on one page: only places that person may go to. */
export const navigationGroups = (
	{ project, allowed, counts }: Navigation,
	pathname: string
): readonly NavigationGroup[] => {
	const base = `/projects/${project.id}`;
	const here = placeAt(pathname.slice(base.length));
	const linkTo = ({ path, label, count }: Place): NavigationLink => {
		const href = base + path;
		const isCurrent = path === here;
		return { label: label(), href, isCurrent, ...(count && { count: counts[count] }) };
	};
	return stages
		.map(({ label, places }) => ({
			...(label && { label: label() }),
			links: places.filter(({ needs }) => allowed.includes(needs)).map(linkTo)
		}))
		.filter(({ links }) => links.length > 0);
};

/** The place a page belongs to: the one with the longest path, since a place can lie below another. */
const placeAt = (path: string): string | undefined =>
	stages
		.flatMap(({ places }) => places.map((place) => place.path))
		.filter((place) => path === place || (place !== '' && path.startsWith(`${place}/`)))
		.toSorted((a, b) => b.length - a.length)[0];
