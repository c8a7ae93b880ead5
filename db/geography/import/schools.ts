/** Reads the register of schools: open schools in England, never a secure unit, which no child may pick. */
import { offerOf } from "./establishment-types.ts"
import { columns, type Recognised } from "./kind.ts"
import { recordsOf } from "./records.ts"
import { refuse } from "./refusal.ts"
import type { Source } from "./source.ts"

export interface School {
  readonly urn: string
  readonly name: string
  readonly town: string
}

/** Names and groups that show a secure unit where the type does not. */
const secure = /\bsecure\b|young offender|\b(?:yoi|stc)\b|secure training|detention/i
const notInEngland = /welsh|wales|offshore|overseas|scotland|northern ireland/i
const universities = /^universities$/i

const typeColumn = /type(?!.*(?:code|group))/i
const groupColumn = /group(?!.*code)/i
const regionColumn = /^(gor \(name\)|rgn\d\dnm|districtadministrative \(name\))$/i
const statusColumn = /^establishmentstatus \(name\)$/i
const openColumn = /^open_\d{4}$/i

const unknownType =
  "this type of establishment is not known, so no child can be offered its schools: update the platform, or correct the file"

const every = (header: readonly string[], pattern: RegExp): readonly number[] =>
  header.flatMap((name, at) => (pattern.test(name) ? [at] : []))

export const readSchools = async (source: Source, file: Recognised, into: Map<string, School>): Promise<number> => {
  const [urnAt = -1, nameAt = -1, townAt = -1] = [columns.urn, columns.schoolName, columns.town].map(file.column)
  const [types, groups] = [every(file.header, typeColumn), every(file.header, groupColumn)]
  const [statuses, opens, regions] = [statusColumn, openColumn, regionColumn].map((each) => every(file.header, each))
  let rows = 0
  for (const { line, get } of await recordsOf(source)) {
    rows++
    const urn = get(urnAt)
    const spot = (at: number) => ({ file: source.name, line, column: file.header[at] ?? "" })
    if (!/^\d{6}$/.test(urn)) throw refuse("not the number of a school", spot(urnAt))
    if (into.has(urn)) throw refuse("this school number is in the file twice", spot(urnAt))
    const says = (among: readonly number[] = [], pattern: RegExp): boolean => among.some((at) => pattern.test(get(at)))
    const isOpen = statuses?.length ? says(statuses, /^open/i) : !opens?.length || says(opens, /^1$/)
    if (!isOpen) continue
    const offers = types
      .filter((at) => get(at) !== "")
      .map((at) => {
        const offer = offerOf(get(at))
        if (offer === undefined) throw refuse(unknownType, spot(at))
        return offer
      })
    const isEnglish =
      !says(groups, notInEngland) && !says(regions, notInEngland) && (!regions?.length || says(regions, /\S/))
    const isSecure = says(groups, secure) || secure.test(get(nameAt))
    if (!isEnglish || isSecure || says(groups, universities) || offers.some((offer) => offer !== "offered")) continue
    if (get(nameAt) === "") throw refuse("a school without a name", spot(nameAt))
    into.set(urn, { urn, name: get(nameAt), town: get(townAt) })
  }
  return rows
}
