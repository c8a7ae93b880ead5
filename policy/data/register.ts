/** A school or council is chosen from a register; this is the one choice that is in none. */
export const notInThisList = "not-in-this-list"
