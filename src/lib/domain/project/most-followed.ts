/** How many places one stream of events may be about at once: more than the windows a person looks at. */
export const mostFollowed = 24;
