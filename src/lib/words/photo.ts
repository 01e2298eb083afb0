import type { Removed } from '../domain/source/photo.ts';
import { m } from '../paraglide/messages.js';
import { readersLocale, type Locale, type Saying } from './locale.ts';

/** What was not kept of the file of a photo: "de plaats waar zij is gemaakt". */
export const removedLabel = (kind: Removed, locale: Locale = readersLocale()): string => words[kind]({}, { locale });

const words: Readonly<Record<Removed, Saying>> = {
	location: m.photo_removed_location,
	camera: m.photo_removed_camera,
	thumbnail: m.photo_removed_thumbnail,
	xmp: m.photo_removed_xmp,
	iptc: m.photo_removed_iptc,
	text: m.photo_removed_text,
	profile: m.photo_removed_profile,
	animation: m.photo_removed_animation,
	after: m.photo_removed_after,
	other: m.photo_removed_other
};
