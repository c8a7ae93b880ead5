/** Says how long after its end a day may still get answers: one sealed in its last moment is stored a little later. */

/** An hour is more than enough. */
export const grace = { hours: 1 } as const
