import type { DestructionKind, DestructionWhy } from '../domain/source/retention.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale } from './locale.ts';

/** What was destroyed, in words and numbers. */
export const destroyedLabel = (
	{ kind, keyEntries, versions }: { kind: DestructionKind; keyEntries: number; versions: number },
	locale: Locale = readersLocale()
): string => {
	switch (kind) {
		case 'original':
			return m.retention_kind_original({}, { locale });
		case 'key':
			return m.retention_kind_key({ keyEntries, versions }, { locale });
		case 'interview':
			return m.retention_kind_interview({}, { locale });
		default:
			return kind satisfies never;
	}
};

/** Why something was destroyed. */
export const whyLabel = (why: DestructionWhy, locale: Locale = readersLocale()): string => {
	switch (why) {
		case 'term':
			return m.retention_why_term({}, { locale });
		case 'hand':
			return m.retention_why_hand({}, { locale });
		case 'deletion':
			return m.retention_why_deletion({}, { locale });
		case 'withdrawal':
			return m.retention_why_withdrawal({}, { locale });
		default:
			return why satisfies never;
	}
};
