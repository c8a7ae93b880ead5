/** The parts of a notice in their order, each under its heading, on a screen and on paper. */
export const headedParts = [
  ["whatWeAsk", "What we ask"],
  ["why", "Why we ask"],
  ["whoSees", "Who sees it"],
  ["howLong", "How long we keep it"],
  ["youMayStop", "You can stop"],
  ["voluntary", "It is up to you"],
  ["yourRights", "If you are not happy"],
] as const
