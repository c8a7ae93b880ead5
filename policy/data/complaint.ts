/** Says how long the contact details of a complaint may be: an email address, a telephone number, or a few words. */

/** Characters. */
export const longestContact = 200
