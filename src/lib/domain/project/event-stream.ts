/** How many places one stream of events may be about at once: more than the windows a person looks at. */
export const mostFollowed = 24;

/** How long a stream of events stays open, in milliseconds; then the session of who listens is looked at again. */
export const longestStream = 10 * 60_000;
