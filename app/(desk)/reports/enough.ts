/** From so many on a share is said; before, that there are too few. */
export const enough = 20;
