import { type Comment, parseSync, Visitor } from "oxc-parser"
import type { Block, Finding } from "./docBlocks.ts"

/** A block made into a module that checks itself. */
export interface ExampleModule {
  readonly text: string
  readonly assertions: number
  readonly findings: ReadonlyArray<Finding>
}

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The module that a block becomes: `expression // => value` turns into a call that compares the two.
 *
 * **Details**
 *
 * Every line keeps its number: what the compiler or a stack trace says of the module is true of the document. The value
 * may go on over the following comment lines, or stand on the line below the expression.
 */
export const exampleModule = (block: Block, assertionsModule: string): ExampleModule => {
  const { comments, errors, program } = parseSync("block.ts", block.code)
  if (errors[0] !== undefined) {
    const offset = errors[0].labels[0]?.start ?? 0
    return { text: "", assertions: 0, findings: [{ ...at(block, offset), message: errors[0].message }] }
  }

  const expressions: Array<Span> = []
  new Visitor({ ExpressionStatement: (node) => expressions.push(node.expression) }).visit(program)

  let text = block.code
  const findings: Array<Finding> = []
  const marked = comments.filter((comment) => comment.type === "Line" && comment.value.trim().startsWith("=>"))
  for (const comment of marked.toReversed()) {
    const expression = expressions.find((span) => /^[;\s]*$/.test(between(block.code, span, comment)))
    const value = valueFrom(block.code, comments, comment)
    if (expression === undefined || between(block.code, expression, comment).split("\n").length > 2) {
      findings.unshift({ ...at(block, comment.start), message: "`// =>` must follow an expression of its own" })
    } else if (value === undefined) {
      findings.unshift({ ...at(block, comment.start), message: "what stands after `// =>` is not an expression" })
    } else {
      const place = at(block, expression.start)
      const actual = text.slice(expression.start, expression.end)
      const call = `$same(${JSON.stringify(`${place.file}:${place.line}`)}, ${actual}, () => (${value}))`
      text = text.slice(0, expression.start) + call + text.slice(expression.end)
    }
  }
  const prologue = marked.length === 0 ? "" : `import { same as $same } from ${JSON.stringify(assertionsModule)}`
  return { text: prologue + "\n".repeat(block.line - 1) + text, assertions: marked.length, findings }
}

/** Where the module of a block is written, below the folder `.examples`. */
export const modulePath = (block: Block): string => `${block.file}/L${block.line}.ts`

/** Says of a text that names such modules what it says of the documents they come from. */
export const inDocuments = (text: string): string => text.replaceAll(/[^\s(]*?\.examples\/([^\s:(]+)\/L\d+\.ts/g, "$1")

const between = (code: string, span: Span, comment: Comment): string =>
  span.end <= comment.start ? code.slice(span.end, comment.start) : "after"

const at = (block: Block, offset: number): { readonly file: string; readonly line: number } => ({
  file: block.file,
  line: block.line + block.code.slice(0, offset).split("\n").length - 1
})

/** The expected value, from as many comment lines as it takes to make an expression. */
const valueFrom = (code: string, comments: ReadonlyArray<Comment>, first: Comment): string | undefined => {
  let value = first.value.trim().slice("=>".length)
  let last = first
  for (;;) {
    if (value.trim() !== "" && isExpression(value)) return value.trim()
    const next = comments[comments.indexOf(last) + 1]
    if (next?.type !== "Line" || code.slice(last.end, next.start).trim() !== "" || next.value.includes("=>")) {
      return undefined
    }
    value = `${value} ${next.value.trim()}`
    last = next
  }
}

const isExpression = (text: string): boolean => parseSync("value.ts", `(${text}\n)`).errors.length === 0
