/** Keeps mutation to what the policy does: wording that only a person reads is not mutated, since no test should pin it. */
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin"

/** Properties that hold words for a reader, or a citation. */
const saidIn = new Set(["because", "law", "message", "quote", "remedy", "source", "statement", "title", "what", "why"])

/** Calls whose words go into a verdict or a refusal, and those that give a service or an error its name. */
const saidBy = new Set(["upheld", "broken", "notChecked", "awaits", "noneOf", "refused", "Service", "TaggedError"])

const nameOf = (node) => node?.name ?? node?.property?.name

/** `Schema.TaggedError<X>()("X", …)` is a call of what a call gave. */
const calleeOf = ({ callee }) =>
  nameOf(callee) ?? (callee.type === "CallExpression" ? nameOf(callee.callee) : undefined)

const wordsOf = (node) => {
  if (node.type === "StringLiteral") return node.value
  return node.type === "TemplateLiteral" ? node.quasis.map(({ value }) => value.raw).join("…") : undefined
}

const isValue = ({ type }) => type === "ArrayExpression" || type === "ObjectExpression" || type.endsWith("Literal")

/** Two spaces make a sentence: no key, tag, code or name has them. */
const isSentence = (node) => (wordsOf(node)?.match(/\S\s+(?=\S)/g)?.length ?? 0) >= 2

/** The page is words too, but what is put in between them is decided: that is mutated. */
const isMarkup = (parent) => parent?.type === "TaggedTemplateExpression"

const isSaid = ({ node, parent }) => {
  if (isSentence(node) && !isMarkup(parent)) return true
  if (node.type === "ArrowFunctionExpression") return isSentence(node.body)
  if (parent?.type === "ObjectProperty" && parent.value === node)
    return isValue(node) && saidIn.has(parent.key.name ?? parent.key.value)
  if (parent?.type === "ClassMethod") return nameOf(parent.key) === "message"
  return parent?.type === "CallExpression" && wordsOf(node) !== undefined && saidBy.has(calleeOf(parent))
}

const wordsOnly = { shouldIgnore: (path) => (isSaid(path) ? "words for a reader" : undefined) }

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "what-is-said", wordsOnly)]
