/** A pattern of `like` for texts that hold these words as they stand. */
export const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;
