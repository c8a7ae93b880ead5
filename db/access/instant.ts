/** Writes a moment as the stores keep it, to the millisecond and in UTC, so that later moments sort after earlier ones. */
export const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()
