/** No file larger than this is opened; Word files with many photographs stay below it. */
export const largestFileBytes = 50_000_000;
