/** Names the file that marks a set of recordings as a draft that a machine spoke: for rehearsal only, live refuses it. */
export const draftMark = "DRAFT.txt"
