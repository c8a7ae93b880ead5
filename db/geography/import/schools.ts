/** Reads the register of schools: those open in England, and never a secure unit, which no child may pick. */
import { columns, type Recognised } from "./kind.ts"
import { recordsOf } from "./records.ts"
import { refuse } from "./refused.ts"
import type { Source } from "./source.ts"

export interface School {
  readonly urn: string
  readonly name: string
  readonly town: string
}

/** Of the types and of the names: a school's name may say what its type does not. */
const secure = /\bsecure\b|young offender|\b(?:yoi|stc)\b|secure training|detention/i
const notInEngland = /welsh|wales|offshore|overseas|scotland|northern ireland/i
const notASchool = /higher education institution|^universit/i

const typeColumn = /type(?!.*code)/i
const groupColumn = /group(?!.*code)/i
const regionColumn = /^(gor \(name\)|rgn\d\dnm|districtadministrative \(name\))$/i
const statusColumn = /^establishmentstatus \(name\)$/i
const openColumn = /^open_\d{4}$/i

const every = (header: readonly string[], pattern: RegExp): readonly number[] =>
  header.flatMap((name, at) => (pattern.test(name) ? [at] : []))

export const readSchools = async (source: Source, file: Recognised, into: Map<string, School>): Promise<number> => {
  const [urnAt = -1, nameAt = -1, townAt = -1] = [columns.urn, columns.schoolName, columns.town].map(file.column)
  const types = [...every(file.header, typeColumn), ...every(file.header, groupColumn)]
  const [statuses, opens, regions] = [statusColumn, openColumn, regionColumn].map((each) => every(file.header, each))
  let rows = 0
  for (const { line, get } of await recordsOf(source)) {
    rows++
    const urn = get(urnAt)
    const spot = (at: number) => ({ file: source.name, line, column: file.header[at] ?? "" })
    if (!/^\d{6}$/.test(urn)) throw refuse("not the number of a school", spot(urnAt))
    if (into.has(urn)) throw refuse("this number stands in the file twice", spot(urnAt))
    const says = (among: readonly number[] = [], pattern: RegExp): boolean => among.some((at) => pattern.test(get(at)))
    const isOpen = statuses?.length ? says(statuses, /^open/i) : !opens?.length || says(opens, /^1$/)
    const isEnglish =
      !says(types, notInEngland) && !says(regions, notInEngland) && (!regions?.length || says(regions, /\S/))
    const isSecure = says(types, secure) || secure.test(get(nameAt))
    if (!isOpen || !isEnglish || isSecure || says(types, notASchool)) continue
    if (get(nameAt) === "") throw refuse("a school without a name", spot(nameAt))
    into.set(urn, { urn, name: get(nameAt), town: get(townAt) })
  }
  return rows
}
