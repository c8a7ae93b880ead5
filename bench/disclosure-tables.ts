/** Lists the six tables of the disclosure benchmark, with the results of other tools. */

/** `cost`: the most cells that each level may suppress, primaries included. */
export interface Measured {
  readonly name: string
  readonly dims: string
  readonly cells: number
  readonly primaries: number
  readonly cost: { readonly exact?: number; readonly witnessed?: number }
  /** GaussSuppression 1.2, and sdcTable's old heuristic: seconds and suppressed. */
  readonly peers: readonly [string, string]
}

export const measured: readonly Measured[] = [
  {
    name: "T2_1k",
    dims: "la<region,ageband",
    cells: 1134,
    primaries: 22,
    cost: { exact: 46, witnessed: 50 },
    peers: ["0.80 s · 45", "0.04 s · 45"],
  },
  {
    name: "T3_1k",
    dims: "region,age<ageband,gender",
    cells: 1050,
    primaries: 32,
    cost: { exact: 58, witnessed: 66 },
    peers: ["1.12 s · 56", "0.06 s · 56"],
  },
  {
    name: "T2_10k",
    dims: "la<region,topic<topicgrp",
    cells: 7938,
    primaries: 984,
    cost: { exact: 1190, witnessed: 1300 },
    peers: ["19.8 s · 1,182", "0.18 s · 1,186"],
  },
  {
    name: "T3_10k",
    dims: "la<region,ageband,imd",
    cells: 12_474,
    primaries: 2798,
    cost: { exact: 3600 },
    peers: ["86.5 s · 3,589", "0.24 s · 3,496"],
  },
  {
    name: "T2_100k",
    dims: "district<la<region,topic<topicgrp",
    cells: 105_448,
    primaries: 52_515,
    cost: {},
    peers: ["unfinished", "3.2 s · 53,651"],
  },
  {
    name: "T3_100k",
    dims: "la<region,eth19<eth5,age<ageband",
    cells: 85_050,
    primaries: 36_385,
    cost: {},
    peers: ["–", "3.6 s · 41,801"],
  },
]
