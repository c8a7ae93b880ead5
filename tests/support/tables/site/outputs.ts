/** Everything that a reader can get of a released table, as text; a workbook as the texts of its parts. */
import { text } from "node:stream/consumers"
import { fromBufferPromise } from "yauzl"
import type { Released } from "../../../../policy/release/released.ts"
import { chart } from "../../../../src/tables/site/chart.ts"
import { releasedCsvw } from "../../../../src/tables/site/csvw.ts"
import { releasedCsv } from "../../../../src/tables/site/files.ts"
import { listPage } from "../../../../src/tables/site/list-page.ts"
import { chartsOf, mostIn } from "../../../../src/tables/site/panels.ts"
import { releasedPage } from "../../../../src/tables/site/table-page.ts"
import { releasedXlsx } from "../../../../src/tables/site/xlsx.ts"

/** The parts of a zip by name; another file does not open. */
export const partsOf = async (zip: Buffer): Promise<Readonly<Record<string, string>>> => {
  const opened = await fromBufferPromise(zip)
  const parts: Record<string, string> = {}
  for await (const entry of opened.eachEntry())
    parts[entry.fileName] = await text(await opened.openReadStreamPromise(entry))
  return parts
}

export const outputsOf = async (table: Released): Promise<Readonly<Record<string, string>>> => ({
  page: releasedPage(table),
  list: listPage([table]),
  charts: chartsOf(table)
    .groups.flatMap((group) => group.panels.map((panel, at) => chart(panel, mostIn([group]), `${at}`).text))
    .join(""),
  csv: releasedCsv(table),
  csvw: releasedCsvw(table),
  ...(await partsOf(await releasedXlsx(table))),
})
