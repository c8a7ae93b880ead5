/** Builds a graph of what each top-level declaration of the code uses, for tests that ask whether code is reached. */
import { parseSync } from "vite"
import type { Source } from "./sources.ts"

/** A declaration by its file and name, as `policy/window.ts#openToday`; the other statements of a file are `#<module>`. */
export type Declaration = `${string}#${string}`

export interface Uses {
  readonly values: readonly Declaration[]
  /** What the compiler alone reads. */
  readonly types: readonly Declaration[]
}

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string"

const childrenOf = (node: Node): readonly (readonly [key: string, child: Node])[] =>
  Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child) => [key, child] as const),
  )

const childAt = (node: Node, key: string): Node | undefined => childrenOf(node).find(([at]) => at === key)?.[1]

const nameOf = (node: Node | undefined): string => String(node?.["name"] ?? "")

/** The name of a property refers to nothing in scope. */
const isPropertyName = ({ type, computed, shorthand }: Node, key: string): boolean =>
  computed !== true &&
  ((key === "property" && type === "MemberExpression") ||
    (key === "name" && type === "JSXAttribute") ||
    (key === "key" && shorthand !== true && /Property|MethodDefinition|Signature/.test(type)))

const isForCompiler = ({ type }: Node): boolean => /^TS(?!As|Satisfies|NonNull|Instantiation)/.test(type)

interface Names {
  readonly values: Set<string>
  readonly types: Set<string>
  /** Files that it imports as it runs, or starts. */
  readonly files: Set<string>
}

const noNames = (): Names => ({ values: new Set(), types: new Set(), files: new Set() })

const collect = (node: Node, isType: boolean, names: Names): Names => {
  if (/^(JSX)?Identifier$/.test(node.type)) (isType ? names.types : names.values).add(nameOf(node))
  const text = node["value"]
  if (node.type === "Literal" && typeof text === "string" && /^\.{1,2}\/.*\.m?[tj]sx?$/.test(text))
    names.files.add(text)
  for (const [key, child] of childrenOf(node))
    if (!isPropertyName(node, key)) collect(child, isType || isForCompiler(child), names)
  return names
}

const patternKeys = ["properties", "elements", "value", "left", "argument"]

const boundBy = (pattern: Node): readonly string[] =>
  pattern.type === "Identifier"
    ? [nameOf(pattern)]
    : childrenOf(pattern).flatMap(([key, child]) => (patternKeys.includes(key) ? boundBy(child) : []))

/** What a statement declares, each with the names by which it is known. */
const declaredBy = (statement: Node): readonly { readonly names: readonly string[]; readonly node: Node }[] => {
  const node = statement.type.startsWith("Export") ? childAt(statement, "declaration") : statement
  if (node === undefined) return []
  if (node.type === "VariableDeclaration")
    return childrenOf(node).map(([, each]) => ({
      names: childrenOf(each)
        .slice(0, 1)
        .flatMap(([, id]) => boundBy(id)),
      node: each,
    }))
  const name = nameOf(childAt(node, "id"))
  if (name !== "" && /Declaration$/.test(node.type)) return [{ names: [name], node }]
  return statement.type === "ExportDefaultDeclaration" ? [{ names: ["default"], node }] : []
}

const resolve = (from: string, file: string): string => new URL(from, `file:///${file}`).pathname.slice(1)

const parse = ({ file, text }: Source) => {
  const { program, module } = parseSync(file, text)
  const declared = new Map<string, Names>()
  const atStart = noNames()
  const exported: string[] = []
  const statements: readonly unknown[] = program.body
  for (const statement of statements.filter(isNode)) {
    if (statement.type === "ImportDeclaration") continue
    const declarations = declaredBy(statement)
    if (declarations.length === 0) collect(statement, false, atStart)
    for (const { names, node } of declarations) {
      const used = collect(node, isForCompiler(node), noNames())
      for (const name of names) declared.set(name, used)
      if (statement.type.startsWith("Export") && !isForCompiler(node)) exported.push(...names)
    }
  }
  const imported = new Map(
    module.staticImports
      .filter(({ moduleRequest }) => moduleRequest.value.startsWith("."))
      .flatMap(({ moduleRequest, entries }) =>
        entries.map(({ importName: { kind, name }, localName }) => {
          const other = resolve(moduleRequest.value, file)
          return [localName.value, { other, name: kind === "Default" ? "default" : name }] as const
        }),
      ),
  )
  return { declared, atStart, exported, imported }
}

export interface CallGraph {
  readonly declarations: readonly Declaration[]
  /** Values that other files can use. */
  readonly exported: readonly Declaration[]
  readonly usesOf: (declaration: Declaration) => Uses
  /** All that these reach, themselves included; `isClosed` leaves out a declaration and what only it reaches. */
  readonly reachedFrom: (
    from: readonly Declaration[],
    by: "values" | "values and types",
    isClosed?: (declaration: Declaration) => boolean,
  ) => ReadonlySet<Declaration>
  readonly wholeFile: (file: string) => readonly Declaration[]
}

export const callGraph = (sources: readonly Source[]): CallGraph => {
  const files = new Map(sources.map((source) => [source.file, { ...parse(source), imports: source.imports }]))
  const wholeFile = (file: string): readonly Declaration[] => {
    const found = files.get(file)
    return found ? [`${file}#<module>`, ...[...found.declared.keys()].map((name) => `${file}#${name}` as const)] : []
  }
  const graph = new Map<Declaration, Uses>()
  for (const [file, { declared, atStart, imported, imports }] of files) {
    const find = (name: string): readonly Declaration[] => {
      if (declared.has(name)) return [`${file}#${name}`]
      const from = imported.get(name)
      if (from === undefined) return []
      return from.name == null ? wholeFile(from.other) : [`${from.other}#${from.name}`]
    }
    const used = ({ values, types, files: named }: Names): Uses => ({
      values: [...[...values].flatMap(find), ...[...named].flatMap((each) => wholeFile(resolve(each, file)))],
      types: [...types].flatMap(find),
    })
    for (const [name, names] of declared) graph.set(`${file}#${name}`, used(names))
    const alsoRun = imports.filter(({ from, typeOnly }) => !typeOnly && files.has(from))
    const start = used(atStart)
    graph.set(`${file}#<module>`, {
      ...start,
      values: [...start.values, ...alsoRun.map(({ from }) => `${from}#<module>` as const)],
    })
  }
  const usesOf = (declaration: Declaration): Uses => graph.get(declaration) ?? { values: [], types: [] }
  return {
    declarations: [...graph.keys()],
    exported: [...files].flatMap(([file, { exported }]) => exported.map((name) => `${file}#${name}` as const)),
    usesOf,
    wholeFile,
    reachedFrom: (from, by, isClosed = () => false) => {
      const reached = new Set<Declaration>()
      const waiting = [...from]
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (reached.has(next) || !graph.has(next) || isClosed(next)) continue
        reached.add(next)
        const { values, types } = usesOf(next)
        waiting.push(...values, ...(by === "values" ? [] : types), `${next.split("#")[0]}#<module>`)
      }
      return reached
    },
  }
}

const propertiesNamed = (node: Node, name: string): readonly Node[] => [
  ...(node.type === "Property" && nameOf(childAt(node, "key")) === name ? [node] : []),
  ...childrenOf(node).flatMap(([, child]) => propertiesNamed(child, name)),
]

/** What the decoder of each rule's examples uses, by the rule's file. */
export const exampleDecoders = (sources: readonly Source[]): ReadonlyMap<string, readonly Declaration[]> =>
  new Map(
    sources
      .filter(({ file }) => file.startsWith("policy/rules/"))
      .map((source) => {
        const { declared, imported } = parse(source)
        const { program } = parseSync(source.file, source.text)
        const statements: readonly unknown[] = program.body
        const names = statements
          .filter(isNode)
          .flatMap((statement) => propertiesNamed(statement, "decode"))
          .flatMap((decoder) => [...collect(decoder, false, noNames()).values])
        const used = names.flatMap((name): readonly Declaration[] => {
          const from = imported.get(name)
          if (from !== undefined) return [`${from.other}#${from.name ?? "<module>"}`]
          return declared.has(name) ? [`${source.file}#${name}`] : []
        })
        return [source.file, used] as const
      }),
  )
