/** Numbers the places: two numbers for postcodes without a place, then one for each place. */
export const outsideEngland = 0
export const unplaced = 1
export const firstPlace = 2
export const mostPlaces = 65_000
