/** Names the edition of a published file, and the statement that its licence requires. */
import type { Recognised } from "./kind.ts"

const months = "January February March April May June July August September October November December".split(" ")

const monthOf = (written: string): string =>
  months.find((month) => month.toLowerCase().startsWith(written.slice(0, 3).toLowerCase())) ?? ""

const named = /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[_ -]?(\d{4})(?!\d)/i

const product = (file: Recognised): string => {
  if (file.column(/^(oslaua|usrtypind)$/i) !== undefined) return "ONSPD"
  return file.column(/^(doterm|usertype)$/i) === undefined ? "Postcode lookup" : "NSPL"
}

/** Reads the date in the publisher's file name; the parts of one edition share it. */
export const postcodeEdition = (name: string, file: Recognised): string => {
  const [, month, year] = named.exec(name) ?? []
  const by = /(?:^|\/)(ONSPD|NSPL)/i.exec(name)?.[1]?.toUpperCase() ?? product(file)
  return month && year ? `${by} ${monthOf(month)} ${year}` : by
}

export const datedBy = (edition: string, latest: string): string =>
  /\d{4}$/.test(edition) || latest === "" ? edition : `${edition}, to ${monthAndYear(latest)}`

const monthAndYear = (latest: string): string =>
  `${months[Number(latest.slice(4, 6)) - 1] ?? ""} ${latest.slice(0, 4)}`.trim()

const yearIn = (edition: string): string => / (\d{4})$/.exec(edition)?.[1] ?? ""

export const deprivationEdition = { "11": "Indices of Deprivation 2019", "21": "Indices of Deprivation 2025" } as const

export const authoritiesEdition = (file: Recognised): string => {
  const year = file.header.map((name) => /^lad(\d\d)/i.exec(name)?.[1]).find((year) => year !== undefined)
  return year ? `Local authorities 20${year}` : "Local authorities"
}

export const schoolsEdition = (name: string, file: Recognised): string => {
  const [, year, month, day] = /(20\d\d)(\d\d)(\d\d)(?!\d)/.exec(name) ?? []
  if (day) return `Get Information about Schools, ${Number(day)} ${months[Number(month) - 1] ?? ""} ${year}`
  const open = file.header.flatMap((column) => /^open_(\d{4})$/i.exec(column)?.[1] ?? [])
  return open.length > 0 ? `Get Information about Schools ${open.sort().at(-1)}` : "Get Information about Schools"
}

const ogl = "Open Government Licence v3.0"

export const licences = {
  postcodes: (edition: string): string =>
    [
      `Source: Office for National Statistics licensed under the ${ogl}.`,
      ...["OS data © Crown copyright", "Royal Mail data © Royal Mail copyright"].map((whose) =>
        `Contains ${whose} and database right ${yearIn(edition)}`.trim().concat("."),
      ),
      "Contains National Statistics data.",
    ].join(" "),
  deprivation: (edition: string): string =>
    `Source: Ministry of Housing, Communities and Local Government, ${edition}, licensed under the ${ogl}.`,
  authorities: (): string => `Source: Office for National Statistics licensed under the ${ogl}.`,
  schools: (): string => `Source: Department for Education, Get Information about Schools, licensed under the ${ogl}.`,
} as const
