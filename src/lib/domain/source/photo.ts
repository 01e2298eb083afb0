import { fail, ok, type Result } from '../problem.ts';
import type { PhotoId, SourceId, UserId } from '../project/ids.ts';

/** The kinds of pictures that are kept, by their content. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp';

/** What a camera or a program wrote beside a picture. `after` = bytes behind the end of the picture. */
export type Removed =
	'location' | 'camera' | 'thumbnail' | 'xmp' | 'iptc' | 'text' | 'profile' | 'animation' | 'after' | 'other';
export const removedKinds: readonly Removed[] = [
	'location',
	'camera',
	'thumbnail',
	'xmp',
	'iptc',
	'text',
	'profile',
	'animation',
	'after',
	'other'
];

/** A photo of an observation, without its picture. */
export type Photo = {
	readonly id: PhotoId;
	readonly sourceId: SourceId;
	readonly format: PhotoFormat;
	/** in pixels, as stored */
	readonly width: number;
	readonly height: number;
	/** how it must be turned to stand upright: 1 to 8, as in Exif */
	readonly orientation: number;
	readonly sha256: string;
	/** what a reader hears who does not see the picture; empty = not written yet */
	readonly alternative: string;
	/** who says that nobody and no number plate can be recognised, and when; null = nobody yet */
	readonly checkedBy: UserId | null;
	readonly checkedAt: string | null;
};

/** Photos of one observation, at most. */
export const mostPhotos = 12;

/** What photos still lack before their observation goes on. */
export type PhotoLack = {
	/** places of photos without a text alternative, from 1 */
	readonly withoutText: readonly number[];
	/** places of photos of which nobody said yet that no one can be recognised */
	readonly unchecked: readonly number[];
};

/** What the photos of an observation, in their order, still lack. */
export const lacksOf = (photos: readonly Pick<Photo, 'alternative' | 'checkedAt'>[]): PhotoLack => {
	const placesOf = (lacks: (photo: Pick<Photo, 'alternative' | 'checkedAt'>) => boolean) =>
		photos.flatMap((photo, index) => (lacks(photo) ? [index + 1] : []));
	return {
		withoutText: placesOf(({ alternative }) => alternative.trim() === ''),
		unchecked: placesOf(({ checkedAt }) => checkedAt === null)
	};
};

/** Characters of a text alternative, at most: it is read aloud in one go. */
export const longestAlternative = 500;

/** What somebody says about a photo. */
export type PhotoChange = {
	readonly alternative?: string | undefined;
	/** nobody and no number plate can be recognised */
	readonly isChecked?: boolean | undefined;
};

/**
 * A photo with what was said about it. Once its observation is settled, its words can be bettered and not be taken away:
 * people read it.
 */
export const describePhoto = (
	photo: Photo,
	change: PhotoChange,
	said: { readonly by: UserId; readonly at: string; readonly isSettled: boolean }
): Result<Photo> => {
	const alternative = change.alternative?.trim() ?? photo.alternative;
	const isChecked = change.isChecked ?? photo.checkedAt !== null;
	if (said.isSettled && (alternative === '' || !isChecked)) return fail('photo-settled');
	const isNew = isChecked && photo.checkedAt === null;
	return ok({
		...photo,
		alternative,
		checkedBy: isNew ? said.by : isChecked ? photo.checkedBy : null,
		checkedAt: isNew ? said.at : isChecked ? photo.checkedAt : null
	});
};

/** Ids with one of them at another place, from 1; a place beyond the end is the end. */
export const movedTo = <I>(ids: readonly I[], id: I, place: number): readonly I[] => {
	const others = ids.filter((other) => other !== id);
	return [...others.slice(0, place - 1), id, ...others.slice(place - 1)];
};
