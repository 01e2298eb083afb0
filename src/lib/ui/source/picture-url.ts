/** Where the picture of a photo is. */
export const pictureUrl = (projectId: string, sourceId: string, photoId: string): string =>
	`/api/v1/projects/${projectId}/sources/${sourceId}/photos/${photoId}/picture`;
