/** Weights, errors, intervals and tests are those of R `survey` 4.1, to eight digits: on its own data and on random designs. */
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Design } from "../../src/analysis/statistics/design.ts"
import { quantileOfT, tailOfF } from "../../src/analysis/statistics/distributions.ts"
import { estimate } from "../../src/analysis/statistics/estimate.ts"
import { logitInterval, wilson } from "../../src/analysis/statistics/interval.ts"
import { holm, raoScott } from "../../src/analysis/statistics/rao-scott.ts"
import { type Margin, rake, trim } from "../../src/analysis/weights/rake.ts"
import { random } from "../../surveys/sampling/random.ts"
import { hasR, runR } from "../support/analysis/r.ts"

/** Equal to eight digits, or to eight decimals near nothing. */
const close = (found: number, wanted: number, what: string): void => {
  expect(
    Math.abs(found - wanted) / Math.max(1, Math.abs(wanted)),
    `${what}: ${found}, and in R ${wanted}`,
  ).toBeLessThan(5e-9)
}

const marginOf = (name: string, codes: readonly number[], shares: readonly number[]): Margin => ({
  name,
  cellOf: Int32Array.from(codes),
  blockOf: new Int32Array(shares.length),
  shares: Float64Array.from(shares),
})

/** Each child is a unit. `y` is in categories; `undefined` is outside the base. */
const countsOf = (y: readonly (number | undefined)[], categories: number) => {
  const of = new Float64Array(y.length * (categories + 1))
  y.forEach((category, unit) => {
    of[unit * (categories + 1) + (category ?? categories)] = 1
  })
  return { categories, of }
}

const raked = (start: readonly number[], margins: readonly Margin[]) =>
  Result.getOrThrow(rake(Float64Array.from(start), margins))

describe("known values", () => {
  test("Wilson's interval of 7 in 50, and of none and all", () => {
    const { low, high } = wilson(7, 50)
    close(low, 0.06950833427, "low")
    close(high, 0.26186193711, "high")
    expect(wilson(0, 20).low).toBe(0)
    expect(wilson(20, 20).high).toBe(1)
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })

  test("the tail of F and the quantile of t", () => {
    expect(tailOfF(5.1933695415, 1.4946397777, 20.9249568879)).toBeCloseTo(0.0217474624, 9)
    expect(tailOfF(0, 2, 9)).toBe(1)
    // qt(0.975, 14), qt(0.975, 1), qt(0.975, 557076)
    expect(quantileOfT(14)).toBeCloseTo(2.1447866879, 9)
    expect(quantileOfT(1)).toBeCloseTo(12.7062047362, 8)
    expect(quantileOfT(557_076)).toBeCloseTo(1.959968243, 9)
  })

  test("Holm's correction keeps order and never exceeds one", () => {
    expect(holm([0.01, 0.04, 0.03, 0.9])).toEqual([0.04, 0.09, 0.09, 0.9])
    expect(holm([0.6, 0.7])).toEqual([1, 1])
  })

  test("raking to shares that the children have already changes nothing", () => {
    const margins = [marginOf("a", [0, 0, 1, 1], [0.5, 0.5]), marginOf("b", [0, 1, 0, 1], [0.5, 0.5])]
    expect([...raked([1, 1, 1, 1], margins).totals]).toEqual([1, 1, 1, 1])
  })

  test("weights that cannot meet both margins are refused by the name of one", () => {
    const margins = [marginOf("age", [0, 1], [0.5, 0.5]), marginOf("region", [0, 1], [0.2, 0.8])]
    const refused = rake(Float64Array.of(1, 1), margins)
    expect(Result.isFailure(refused) && refused.failure.message).toMatch(/do not converge.* (?:age|region) is still/)
  })

  test("a child whose cell is not known keeps its weight, and the others share the rest", () => {
    const { totals } = raked([1, 1, 1, 1, 1], [marginOf("a", [0, 0, 0, 1, -1], [0.5, 0.5])])
    expect([...totals]).toEqual([2 / 3, 2 / 3, 2 / 3, 2, 1])
  })

  test("trimming keeps the sum and leaves no weight above the limit", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 20, noNaN: true }), { minLength: 2, maxLength: 40 }), (all) => {
        const mean = all.reduce((sum, each) => sum + each, 0) / all.length
        const { weights } = trim(Float64Array.from(all), new Float64Array(all.length).fill(1), 2 * mean)
        expect(weights.reduce((sum, each) => sum + each, 0) / all.length).toBeCloseTo(mean, 9)
        expect(Math.max(...weights)).toBeLessThanOrEqual(2 * mean * (1 + 1e-12))
      }),
    )
  })
})

const api = `suppressMessages(library(survey)); data(api); options(digits = 17)
d <- svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc)
r <- rake(d, list(~stype, ~sch.wide), list(data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018)),
  data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122))), control = list(maxit = 1000, epsilon = 1e-13))
line <- function(x) cat(format(as.numeric(x), digits = 17, trim = TRUE), "\\n", sep = " ")
line(as.integer(apiclus1$stype) - 1); line(as.integer(apiclus1$sch.wide) - 1); line(as.integer(factor(apiclus1$dnum)) - 1)
line(apiclus1$pw); line(apiclus1$fpc[1]); line(weights(r))
m <- svymean(~factor(stype), d); line(coef(m)); line(SE(m))
m <- svymean(~factor(sch.wide), subset(r, awards == "Yes")); line(coef(m)); line(SE(m))
line(as.integer(apiclus1$awards) - 1)
x <- svychisq(~sch.wide + stype, d); line(c(x$statistic, x$parameter, x$p.value))
p <- svyciprop(~I(sch.wide == "Yes"), d, method = "logit"); line(c(coef(p), attr(p, "ci")))`

test.runIf(hasR("survey"))("the schools of R `survey`: raked, clustered, tested", () => {
  const [
    stype = [],
    wide = [],
    district = [],
    pw = [],
    fpc = [],
    weights = [],
    p1 = [],
    se1 = [],
    p2 = [],
    se2 = [],
    awards = [],
    chi = [],
    ci = [],
  ] = runR(api)
  const margins = [
    marginOf("stype", stype, [4421 / 6194, 755 / 6194, 1018 / 6194]),
    marginOf("sch.wide", wide, [1072 / 6194, 5122 / 6194]),
  ]
  // The first weights add up to a little more than 6,194.
  const whole = pw.reduce((sum, each) => sum + each, 0)
  const totals = raked(pw, margins).totals.map((each) => (each * 6194) / whole)
  totals.forEach((each, at) => {
    close(each, weights[at] ?? 0, `weight ${at}`)
  })
  // As the libraries of the design state them.
  const distinct = [...new Set([...totals].map((each) => each.toFixed(8)))].toSorted()
  expect(distinct).toEqual(["29.87067549", "36.79102486", "39.83923625", "49.06907216", "50.32940112", "67.12552924"])
  const clusters = { of: Int32Array.from(district), count: 15, notDrawn: 1 - 15 / (fpc[0] ?? 1) }
  const plain: Design = { weights: Float64Array.from(pw), raked: Float64Array.from(pw), margins: [], clusters }
  const types = estimate(plain, countsOf(stype, 3))
  p1.forEach((each, at) => {
    close(types.shares[at] ?? 0, each, "share")
    close(Math.sqrt(types.covariance[at * 4] ?? 0), se1[at] ?? 0, "error")
  })
  const weighted = estimate(
    { weights: totals, raked: totals, margins, clusters },
    countsOf(
      wide.map((each, at) => (awards[at] === 1 ? each : undefined)),
      2,
    ),
  )
  p2.forEach((each, at) => {
    close(weighted.shares[at] ?? 0, each, "share after raking")
    close(Math.sqrt(weighted.covariance[at * 3] ?? 0), se2[at] ?? 0, "error after raking")
  })
  const cross = estimate(
    plain,
    countsOf(
      wide.map((each, at) => each * 3 + (stype[at] ?? 0)),
      6,
    ),
  )
  const tested = raoScott(cross, [2, 3], 14)
  ;[tested?.f, tested?.over, tested?.under, tested?.p].forEach((each, at) => {
    close(each ?? 0, chi[at] ?? 0, "Rao and Scott")
  })
  expect(tested?.f).toBeCloseTo(5.1933695415, 8)
  const yes = estimate(plain, countsOf(wide, 2))
  const { low, high } = logitInterval(yes.shares[1] ?? 0, Math.sqrt(yes.covariance[3] ?? 0), 14, yes.effective)
  close(low, ci[1] ?? 0, "low")
  close(high, ci[2] ?? 0, "high")
})

/** 20 designs of up to three margins, with unequal first weights and answers that depend on the margins. */
const designs = Array.from({ length: 20 }, (_, at) => {
  const chance = random(at + 1, "designs")
  const sizes = Array.from({ length: 1 + (at % 3) }, () => 2 + chance.below(4))
  const children = Array.from({ length: 150 + chance.below(200) }, () => ({
    weight: 1 + chance.below(300) / 100,
    cells: sizes.map((size) => chance.below(size)),
    y: chance.below(3),
    z: chance.below(2),
    isIn: chance.below(5) > 0,
  }))
  const shares = sizes.map((size) => {
    const drawn = Array.from({ length: size }, () => 20 + chance.below(80))
    return drawn.map((each) => each / drawn.reduce((sum, one) => sum + one, 0))
  })
  return { children, shares }
})

test.runIf(hasR("survey"))("20 random designs: weights, trimmed weights, errors within a part, and tests", () => {
  const files: Record<string, string> = {}
  designs.forEach(({ children, shares }, at) => {
    const names = shares.map((_, margin) => `m${margin}`)
    files[`d${at}.csv`] = [
      [...names, "weight", "y", "z", "i"].join(","),
      ...children.map(({ cells, weight, y, z, isIn }) => [...cells, weight, y, z, isIn ? 1 : 0].join(",")),
    ].join("\n")
    shares.forEach((each, margin) => {
      files[`d${at}m${margin}.csv`] = [`m${margin},Freq`, ...each.map((share, cell) => `${cell},${share}`)].join("\n")
    })
  })
  const lines = runR(
    `suppressMessages(library(survey))
line <- function(x) cat(format(as.numeric(x), digits = 17, trim = TRUE), "\\n", sep = " ")
for (k in 0:19) {
  x <- read.csv(sprintf("d%d.csv", k)); d <- svydesign(id = ~1, weights = ~weight, data = x); n <- sum(grepl("^m", names(x)))
  f <- lapply(seq_len(n) - 1, function(m) as.formula(sprintf("~m%d", m)))
  p <- lapply(seq_len(n) - 1, function(m) { t <- read.csv(sprintf("d%dm%d.csv", k, m)); t$Freq <- t$Freq * sum(x$weight); t })
  r <- rake(d, f, p, control = list(maxit = 5000, epsilon = 1e-15)); line(weights(r))
  u <- 1.6 * mean(weights(r)); t <- trimWeights(r, upper = u); pass <- 0
  while (any(weights(t) > u * (1 + 1e-9))) { pass <- pass + 1; t <- trimWeights(t, upper = u * (1 - 1e-12 * pass)) }
  line(weights(t))
  for (s in list(subset(r, i == 1), subset(t, i == 1))) { m <- svymean(~factor(y), s); line(coef(m)); line(SE(m)) }
  c <- svychisq(~y + z, r); line(c(c$statistic, c$parameter, c$p.value))
}`,
    files,
  )
  expect(lines).toHaveLength(20 * 7)
  designs.forEach(({ children, shares }, at) => {
    const [weights = [], trimmed = [], p1 = [], se1 = [], p2 = [], se2 = [], chi = []] = lines.slice(at * 7)
    const margins = shares.map((each, margin) =>
      marginOf(
        `m${margin}`,
        children.map(({ cells }) => cells[margin] ?? 0),
        each,
      ),
    )
    const { totals } = raked(
      children.map(({ weight }) => weight),
      margins,
    )
    const one = new Float64Array(children.length).fill(1)
    const mean = totals.reduce((sum, each) => sum + each, 0) / totals.length
    const cut = trim(totals, one, 1.6 * mean).weights
    totals.forEach((each, child) => {
      close(each, weights[child] ?? 0, `weight of design ${at}`)
      close(cut[child] ?? 0, trimmed[child] ?? 0, `trimmed weight of design ${at}`)
    })
    const part = countsOf(
      children.map(({ y, isIn }) => (isIn ? y : undefined)),
      3,
    )
    for (const [used, shares, errors] of [
      [totals, p1, se1],
      [cut, p2, se2],
    ] as const) {
      const found = estimate({ weights: used, raked: totals, margins }, part)
      shares.forEach((each, category) => {
        close(found.shares[category] ?? 0, each, `share of design ${at}`)
        close(Math.sqrt(found.covariance[category * 4] ?? 0), errors[category] ?? 0, `error of design ${at}`)
      })
    }
    const cross = estimate(
      { weights: totals, raked: totals, margins },
      countsOf(
        children.map(({ y, z }) => y * 2 + z),
        6,
      ),
    )
    const tested = raoScott(cross, [3, 2], children.length - 1)
    ;[tested?.f, tested?.over, tested?.under, tested?.p].forEach((each, place) => {
      close(each ?? 0, chi[place] ?? 0, `test of design ${at}`)
    })
  })
})
