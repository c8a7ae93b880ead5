/** What the charts of a table show: its first dimension in bars, once for all and once for each category of every other. */
import type { Percentage } from "../../../policy/disclosure/percentage.ts"
import { total } from "../../../policy/disclosure/tables/dimension.ts"
import { labelCombinations } from "../../../policy/release/complete-table-gate.ts"
import type { Released } from "../../../policy/release/released.ts"
import { type Count, countsOf, type Dimension, formatCount, placeName } from "./shape.ts"
import { formatShare, sharesOf } from "./shares.ts"

export interface Bar {
  readonly label: string
  readonly value: Count | Percentage
  readonly told: string
  /** The percentage of all together, where the bar is one group's. */
  readonly ofAll?: number
}

export interface Panel {
  readonly title: string
  /** How many responses its percentages are of. */
  readonly base?: Count
  readonly bars: readonly Bar[]
}

/** Panels that are looked at together. */
export interface PanelGroup {
  readonly title: string
  readonly panels: readonly Panel[]
}

export interface Charts {
  /** Groups differ in size, so that they are compared by their percentages where the table has any. */
  readonly measure: "percentages" | "counts"
  readonly groups: readonly PanelGroup[]
}

/** The total is no category among the others, unless it is the only one. */
const partsOf = ({ name, categories }: Dimension): Dimension => {
  const parts = categories.filter((category) => category !== total)
  return { name, categories: parts.length > 0 ? parts : categories }
}

const totalOf = ({ name, categories }: Dimension): Dimension =>
  categories.includes(total) ? { name, categories: [total] } : partsOf({ name, categories })

const valuesIn = ({ panels }: PanelGroup) => panels.flatMap(({ bars }) => bars.map(({ value }) => value))

/** The largest number that is published among them. */
export const mostIn = (groups: readonly PanelGroup[]): number =>
  Math.max(0, ...groups.flatMap(valuesIn).filter((value) => typeof value === "number"))

/** The total of the groups can be shown. */
const isSummedIn = ({ dimensions }: Released): boolean =>
  dimensions.slice(1).every(({ categories }) => categories.includes(total))

const groupsOf = (table: Released, panel: (labels: readonly string[]) => Panel): readonly PanelGroup[] => {
  const others = table.dimensions.slice(1)
  const all = { title: "All together", panels: labelCombinations(others.map(totalOf)).map(panel) }
  const by = others.map(({ name }, at) => ({
    title: `By ${name.toLowerCase()}`,
    panels: labelCombinations(others.map((each, other) => (other === at ? partsOf(each) : totalOf(each)))).map(panel),
  }))
  return isSummedIn(table) ? [all, ...by] : by
}

export const chartsOf = (table: Released): Charts => {
  const [first] = table.dimensions
  if (first === undefined) return { measure: "counts", groups: [] }
  const [countOf, shareOf] = [countsOf(table), sharesOf(table)]
  const panel =
    (barOf: (labels: readonly string[]) => Omit<Bar, "label">, hasBase: boolean) =>
    (labels: readonly string[]): Panel => ({
      title:
        labels
          .filter((label) => label !== total)
          .map(placeName)
          .join(", ") || "All together",
      ...(hasBase && { base: countOf([total, ...labels]) }),
      bars: partsOf(first).categories.map((label) => ({ label: placeName(label), ...barOf([label, ...labels]) })),
    })
  if (shareOf !== undefined) {
    const isSummed = isSummedIn(table)
    const shared = (labels: readonly string[]) => {
      const [label = "", ...group] = labels
      const ofAll = group.some((each) => each !== total) && isSummed ? shareOf([label, ...group.map(() => total)]) : ""
      const value = shareOf(labels)
      return { value, told: formatShare(value), ...(typeof ofAll === "number" && { ofAll }) }
    }
    const groups = groupsOf(table, panel(shared, true))
    if (groups.flatMap(valuesIn).some((value) => typeof value === "number")) return { measure: "percentages", groups }
  }
  const counted = (labels: readonly string[]) => ({ value: countOf(labels), told: formatCount(countOf(labels)) })
  return { measure: "counts", groups: groupsOf(table, panel(counted, false)) }
}
