import { fromMarkdown } from "mdast-util-from-markdown"
import { parseSync } from "oxc-parser"

/** A fenced block of a document: where its code starts, its language, what stands after the language, and its code. */
export interface Block {
  readonly file: string
  readonly line: number
  readonly language: string
  readonly note: string
  readonly code: string
}

/** A reference from one document to something else; `line` is where it stands. */
export interface Reference {
  readonly file: string
  readonly line: number
  readonly target: string
}

/** Something wrong in a document, with the place to open. */
export interface Finding {
  readonly file: string
  readonly line: number
  readonly message: string
}

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number]

const nodesOf = (text: string): ReadonlyArray<Node> => {
  const below = (node: Node): ReadonlyArray<Node> =>
    "children" in node ? [node, ...node.children.flatMap(below)] : [node]
  return below(fromMarkdown(text))
}

const lineOf = (node: Node): number => node.position?.start.line ?? 1

/** Every fenced block of a Markdown text. */
export const blocksInMarkdown = (file: string, text: string): ReadonlyArray<Block> =>
  nodesOf(text).flatMap((node) =>
    node.type === "code" && node.lang
      ? [{ file, line: lineOf(node) + 1, language: node.lang, note: node.meta ?? "", code: node.value }]
      : []
  )

/** Every link and image of a Markdown text, also those written as HTML. */
export const referencesInMarkdown = (file: string, text: string): ReadonlyArray<Reference> =>
  nodesOf(text).flatMap((node) => {
    if (node.type === "link" || node.type === "image" || node.type === "definition") {
      return [{ file, line: lineOf(node), target: node.url }]
    }
    return node.type === "html"
      ? [...node.value.matchAll(/\b(?:href|src)="([^"]*)"/g)].map((match) => ({
          file,
          line: lineOf(node) + lineBreaksIn(node.value.slice(0, match.index)),
          target: match[1] ?? ""
        }))
      : []
  })

/** A doc comment as Markdown: `line` is the line of the source on which its text starts. */
interface DocComment {
  readonly line: number
  readonly text: string
}

const docCommentsIn = (file: string, source: string): ReadonlyArray<DocComment> =>
  parseSync(file, source)
    .comments.filter((comment) => comment.type === "Block" && comment.value.startsWith("*"))
    .map((comment) => ({
      line: lineBreaksIn(source.slice(0, comment.start)) + 1,
      text: comment.value.slice(1).replaceAll(/\n[ \t]*\*? ?/g, "\n")
    }))

/** Every fenced block in the doc comments of a TypeScript source. */
export const blocksInSource = (file: string, source: string): ReadonlyArray<Block> =>
  docCommentsIn(file, source).flatMap((comment) =>
    blocksInMarkdown(file, comment.text).map((block) => ({ ...block, line: block.line + comment.line - 1 }))
  )

/** The `@example` tags below which no `ts` block stands: nobody could check them. */
export const emptyExamplesIn = (file: string, source: string): ReadonlyArray<Finding> =>
  docCommentsIn(file, source).flatMap((comment) => {
    const lines = comment.text.split("\n")
    return lines.flatMap((line, index) => {
      const next = lines.slice(index + 1).find((candidate) => candidate.trim() !== "")
      return line.trim().startsWith("@example") && !next?.trim().startsWith("```ts")
        ? [{ file, line: comment.line + index, message: "an @example needs a ```ts block" }]
        : []
    })
  })

const lineBreaksIn = (text: string): number => text.split("\n").length - 1
