/** The fields of a study that show their own problems. */
export const studyFields = ['name', 'kind', 'areaId', 'institute', 'period', 'n', 'method', 'remark'] as const;
