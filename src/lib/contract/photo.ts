import { z } from 'zod';
import { longestAlternative, removedKinds } from '../domain/source/photo.ts';
import type { RouteDescription } from './route-description.ts';
import { emptyLine, id } from './text.ts';

const alternative = emptyLine(longestAlternative).describe('wat er op de foto te zien is, voor wie haar niet ziet');

/** The fields beside the file of a photo. */
export const addPhotoInput = z.strictObject({ alternative: alternative.optional() });

/** What is said about a photo, and where it stands; what is left out stays as it is. */
export const changePhotoInput = z.strictObject({
	alternative: alternative.optional(),
	isChecked: z.boolean().optional().describe('geen herkenbare personen of kentekens: u zegt dat, en dat wordt bewaard'),
	place: z.int().min(1).optional().describe('de hoeveelste foto, vanaf 1')
});

export const photoAnswer = z.object({
	id,
	format: z.enum(['jpeg', 'png', 'webp']),
	width: z.int().describe('in pixels, zoals de foto rechtop staat'),
	height: z.int(),
	sha256: z.string().describe('van de foto zoals zij bewaard is'),
	alternative: z.string(),
	checkedBy: z.string().nullable().describe('wie zei dat niemand herkenbaar is'),
	checkedAt: z.iso.datetime().nullable()
});
export type PhotoAnswer = z.infer<typeof photoAnswer>;

export const photosAnswer = z.object({ items: z.array(photoAnswer) });
export type PhotosAnswer = z.infer<typeof photosAnswer>;

export const addedPhotoAnswer = photoAnswer.extend({
	removed: z.array(z.enum(removedKinds)).describe('wat er naast het beeld in het bestand stond en niet is bewaard')
});
export type AddedPhotoAnswer = z.infer<typeof addedPhotoAnswer>;

const tag = 'Gesprekken';
const photos = '/projects/{projectId}/sources/{sourceId}/photos';

/** The routes of the photos of an observation. */
export const photoRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: photos,
		summary: 'De foto’s van een observatie in hun volgorde, zonder het beeld.',
		tag,
		status: 200,
		answer: photosAnswer
	},
	{
		method: 'POST',
		path: photos,
		summary:
			'Voegt een foto (JPEG, PNG of WebP) toe aan een observatie. Plaats, camera, teksten en voorbeeldjes in het bestand worden niet bewaard.',
		tag,
		multipart: addPhotoInput,
		status: 201,
		answer: addedPhotoAnswer
	},
	{
		method: 'PATCH',
		path: `${photos}/{photoId}`,
		summary: 'Beschrijft een foto, zegt dat niemand herkenbaar is, of zet haar op een andere plaats.',
		tag,
		body: changePhotoInput,
		status: 200,
		answer: photosAnswer
	},
	{
		method: 'DELETE',
		path: `${photos}/{photoId}`,
		summary: 'Verwijdert een foto voorgoed.',
		tag,
		status: 204
	},
	{
		method: 'GET',
		path: `${photos}/{photoId}/picture`,
		summary: 'Het beeld van een foto.',
		tag,
		status: 200,
		media: ['image/jpeg', 'image/png', 'image/webp']
	}
];
