/** What the charts of a table show: bars by its first dimension, once for all and once for each category of every other. */
import { total } from "../../policy/disclosure/tables/dimension.ts"
import { crossOf } from "../../policy/disclosure/whole-cross.ts"
import type { Released } from "../../policy/stage.ts"
import { type Count, countsOf, type Dimension, placeName, withheld } from "./shape.ts"

export interface Bar {
  readonly label: string
  readonly count: Count
}

export interface Panel {
  readonly title: string
  readonly bars: readonly Bar[]
}

/** Panels that are looked at together are drawn to one scale. */
export interface PanelGroup {
  readonly title: string
  readonly panels: readonly Panel[]
  /** The largest count that is published among them. */
  readonly most: number
}

/** All together is no category beside the rest, unless it stands alone. */
const partsOf = ({ name, categories }: Dimension): Dimension => {
  const parts = categories.filter((category) => category !== total)
  return { name, categories: parts.length > 0 ? parts : categories }
}

const totalOf = ({ name, categories }: Dimension): Dimension =>
  categories.includes(total) ? { name, categories: [total] } : partsOf({ name, categories })

const group = (title: string, panels: readonly Panel[]): PanelGroup => {
  const counts = panels.flatMap(({ bars }) => bars.flatMap(({ count }) => (count === withheld ? [] : [count])))
  return { title, panels, most: Math.max(0, ...counts) }
}

export const panelGroupsOf = (table: Released): readonly PanelGroup[] => {
  const [first, ...others] = table.dimensions
  if (first === undefined) return []
  const countOf = countsOf(table)
  const across = partsOf(first)
  const panel = (labels: readonly string[], whole: string): Panel => ({
    title:
      labels
        .filter((label) => label !== total)
        .map(placeName)
        .join(", ") || whole,
    bars: across.categories.map((label) => ({ label: placeName(label), count: countOf([label, ...labels]) })),
  })
  const all = crossOf(others.map(totalOf)).map((labels) => panel(labels, "All responses"))
  const by = others.map(({ name }, at) =>
    group(
      `By ${name.toLowerCase()}`,
      crossOf(others.map((each, other) => (other === at ? partsOf(each) : totalOf(each)))).map((labels) =>
        panel(labels, "All responses"),
      ),
    ),
  )
  const isSummed = others.every(({ categories }) => categories.includes(total))
  return isSummed ? [group("All together", all), ...by.filter(({ panels }) => panels.length > 0)] : by
}
