/** A small made-up England in the publishers' own formats: their headers, their quotes, their ends of line. */

/** A row as any edition has it; `ended` and `began` are months, and a place outside England has no E. */
export interface Row {
  readonly postcode: string
  readonly lsoa: string
  readonly authority: string
  readonly region: string
  readonly country: string
  readonly ended?: string
}

const england = "E92000001"
const row = (postcode: string, lsoa: number, authority: string, region: string, ended = ""): Row => ({
  postcode,
  lsoa: `E0199990${lsoa}`,
  authority,
  region,
  country: england,
  ended,
})

/** ZZ1 1 is in one authority; ZZ1 2 in two; ZZ2 3 has one that has ended; ZZ3 4 is in Wales. */
export const rows: readonly Row[] = [
  row("ZZ1 1AA", 1, "E06999901", "E12000001"),
  row("ZZ1 1AB", 2, "E06999901", "E12000001"),
  row("ZZ1 2AA", 2, "E06999901", "E12000001"),
  row("ZZ1 2AB", 3, "E07999902", "E12000002"),
  row("ZZ2 3DE", 4, "E07999902", "E12000002"),
  row("ZZ2 3EF", 4, "E07999902", "E12000002", "202301"),
  { postcode: "ZZ3 4AA", lsoa: "W01999901", authority: "W06999901", region: "W99999999", country: "W92000004" },
  { postcode: "ZZ3 4AB", lsoa: "W01999901", authority: "W06999901", region: "W99999999", country: "W92000004" },
]

const quoted = (fields: readonly string[]): string => fields.map((field) => `"${field}"`).join(",")
const lines = (all: readonly string[], end = "\r\n"): string => all.map((line) => line + end).join("")

/** Seven signs: the space is where it fits. */
const seven = (postcode: string): string =>
  postcode
    .replace(" ", "")
    .replace(/(...)$/, (end) => ` ${end}`)
    .padStart(7)

/** NSPL as of November 2021, all in quotes. */
export const nspl2021 = (of: readonly Row[] = rows): string =>
  lines([
    "pcd,pcd2,pcds,dointr,doterm,usertype,oa11,laua,ctry,rgn,lsoa11,msoa11,imd",
    ...of.map(({ postcode, lsoa, authority, region, country, ended = "" }) =>
      quoted([
        seven(postcode),
        postcode,
        postcode,
        "199001",
        ended,
        "0",
        "E00999901",
        authority,
        country,
        region,
        lsoa,
        "E02999901",
        "1",
      ]),
    ),
  ])

/** ONSPD as of 2024: 2011 and 2021 columns side by side, and `oslaua`. */
export const onspd2024 = (of: readonly Row[] = rows): string =>
  lines(
    [
      "pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,ctry,rgn,lsoa11,oa21,lsoa21,msoa21",
      ...of.map(({ postcode, lsoa, authority, region, country, ended = "" }) =>
        quoted([
          seven(postcode),
          postcode,
          postcode,
          "199001",
          ended,
          "E99999999",
          authority,
          country,
          region,
          lsoa,
          "",
          lsoa,
          "",
        ]),
      ),
    ],
    "\n",
  )

/** NSPL as of 2025: new headers, no quotes. */
export const nspl2025 = (of: readonly Row[] = rows): string =>
  lines([
    "pcd7,pcd8,pcds,dointr,doterm,usertype,oa21cd,lad25cd,ctry25cd,rgn25cd,lsoa21cd,msoa21cd",
    ...of.map(({ postcode, lsoa, authority, region, country, ended = "" }) =>
      [
        seven(postcode),
        postcode,
        postcode,
        "199001",
        ended,
        "0",
        "E00999901",
        authority,
        country,
        region,
        lsoa,
        "",
      ].join(","),
    ),
  ])

/** File 7 of the Indices: a decile for each of four LSOAs. */
export const deprivation = (year: "2011" | "2021", deciles: readonly (number | string)[] = [1, 4, 7, 10]): string =>
  lines([
    `LSOA code (${year}),LSOA name (${year}),Local Authority District code (2024),Local Authority District name (2024),Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)`,
    ...deciles.map(
      (decile, at) => `E0199990${at + 1},Somewhere 00${at + 1}A,E06999901,Northmoor,10.${at},${at + 1},${decile}`,
    ),
  ])

export const authorities = lines([
  "LAD24CD,LAD24NM,RGN24CD,RGN24NM",
  "E06999901,Northmoor,E12000001,North East",
  'E07999902,"Saltby, Vale of",E12000002,North West',
])

/** As the register has them: in the older encoding of Windows, with a secure unit, a closed and a Welsh school. */
export const schools = Buffer.from(
  lines([
    "URN,LA (code),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),Town,Postcode,GOR (name)",
    '900101,1,"St Chlo\u00e9\u2019s Primary School",Community school,Open,Northmoor,ZZ1 1AA,North East',
    "900102,1,Lantern House,Secure units,Open,Northmoor,ZZ1 1AA,North East",
    "900103,1,Hill Secure Training Centre,Miscellaneous,Open,Saltby,ZZ1 1AB,North West",
    '900104,1,"Old School,\r\nthe Annexe",Community school,Closed,Saltby,ZZ1 1AB,North West',
    "900105,1,Ysgol Uchaf,Welsh establishment,Open,Caer,ZZ3 4AA,Wales (pseudo)",
    '900106,1,Saltby High School,Academy converter,"Open, but proposed to close",Saltby,ZZ1 1AB,North West',
  ]).replace("\u2019", "\u0092"),
  "latin1",
)
