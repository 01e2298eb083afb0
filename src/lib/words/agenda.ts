import type { AgendaItem, AgendaReason } from '../merge/agenda.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale, type Saying } from './locale.ts';

const reasons: Readonly<Record<AgendaReason, Saying>> = {
	contradicts: m.session_reason_contradicts,
	'groups-disagree': m.session_reason_groups_disagree,
	'changed-since': m.session_reason_changed_since,
	'moved-silently': m.session_reason_moved_silently,
	moved: m.session_reason_moved
};

/** Why something stands on the agenda of a session, as a sentence. */
export const agendaReason = (reason: AgendaReason, locale: Locale = readersLocale()): string =>
	reasons[reason]({}, { locale });

/** "Veiligheid: Je veilig voelen", or the figure where there is no theme. */
export const agendaTitle = ({ pillar, theme, figures }: AgendaItem): string =>
	`${pillar.name}: ${theme?.name ?? figures.map(({ label }) => label).join(', ')}`;
