/** The numbers that stand for a place: two for what has none, then one for each. */
export const outsideEngland = 0
export const unplaced = 1
export const firstPlace = 2
export const mostPlaces = 65_000
