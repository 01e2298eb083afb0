/** The files of the kernset: its values, or its indicators. */
export const kernsetFiles = ['observations', 'indicators'] as const;
export type KernsetFile = (typeof kernsetFiles)[number];
