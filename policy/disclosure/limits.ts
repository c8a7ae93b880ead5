/** States in plain words what no audit here covers: the README, each certificate and the DPO's report say the same. */
export const notGuaranteed = [
  "several children who pool what they know of themselves",
  "what somebody knows of other children from elsewhere",
  "variables that are not declared",
  "groups put together at will, such as girls of one region with boys of another",
] as const
