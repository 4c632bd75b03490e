/** Nobody means a longer pause; whoever does says it again. */
export const longestPauseDays = 31;
