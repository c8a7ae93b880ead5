/** Describes the answers to a school or council question: a code of the register, or that it is in no register. */
export const notInThisList = "not-in-this-list"

export const registerCode = /^[A-Z0-9]{6,9}$/
