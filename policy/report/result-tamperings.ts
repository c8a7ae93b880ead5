/** Lists what the report notices about a build and its results: a test carries out each, and sees every rule not checked. */

export interface ResultTampering {
  /** What somebody did to files or results after the tests had run. */
  readonly what: string
  /** What the report then says of each rule. */
  readonly says: string
}

const differs = "the tests have been run on other files than these: 1 file differs: "
const edited = "the results of the tests have a signature that does not fit them: they were changed after the run"
const foreign = "the results of the tests have the signature of a key that is not known here, such as another machine's"

export const resultTamperings: readonly ResultTampering[] = [
  { what: "a file of the built output changed", says: `${differs}.output/server/index.mjs has changed` },
  { what: "a hidden file put in a folder of sources", says: `${differs}policy/.hidden.ts was not there` },
  { what: "a link put in a folder of sources", says: `${differs}src/other.ts is no file that can be read` },
  {
    what: "a package changed that runs outside the build",
    says: `${differs}node_modules/highs/build/highs.wasm has changed`,
  },
  { what: "a test deleted", says: `${differs}tests/policy/a.test.ts is gone` },
  {
    what: "the committed results of sabotage edited",
    says: `${differs}tests/sabotage/last-run.json has changed`,
  },
  { what: "the results of the tests edited", says: edited },
  { what: "a failed check turned into a passed one", says: edited },
  {
    what: "results invented without a signature",
    says: "the results of the tests have no signature, so anybody may have written them",
  },
  { what: "results of another machine put in place", says: foreign },
  { what: "the key of the results deleted", says: foreign },
  { what: "the key of the results overwritten", says: foreign },
]
