import { readPicture } from '#lib/server/views/photos.ts';
import { pictureAnswer } from '../../../../../../../../picture-answer.ts';
import { respond } from '../../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	pictureAnswer(readPicture(context, params.projectId, params.sourceId, params.photoId))
);
