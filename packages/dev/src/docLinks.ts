import path from "node:path"
import type { Block, Finding, Reference } from "./docBlocks.ts"
import type { Project } from "./workspace.ts"

/**
 * The references to files that are not there.
 *
 * **Details**
 *
 * Addresses and places on the same page are left alone. On the documentation site a page is linked without its ending
 * and an address from the site's root starts with `/`.
 */
export const deadReferences = (
  references: ReadonlyArray<Reference>,
  exists: (file: string) => boolean
): ReadonlyArray<Finding> =>
  references.flatMap((reference) => {
    const target = decodeURI(reference.target.replace(/[#?].*$/, ""))
    if (target === "" || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return []
    const file = target.startsWith("/")
      ? path.posix.join("docs", target)
      : path.posix.join(path.posix.dirname(reference.file), target)
    const places = [file, `${file}.md`, file.replace(/\.html$/, ".md"), path.posix.join(file, "index.md")]
    return places.some(exists)
      ? []
      : [{ file: reference.file, line: reference.line, message: `no such file: ${reference.target}` }]
  })

const builtIn: ReadonlySet<string> = new Set(["add", "create", "dlx", "exec", "i", "install", "remove", "up", "update"])

/** The `pnpm` commands of shell blocks that call a script nobody has written. */
export const deadCommands = (blocks: ReadonlyArray<Block>, projects: ReadonlyArray<Project>): ReadonlyArray<Finding> =>
  blocks.flatMap(({ code, file, line }) =>
    code.split("\n").flatMap((text, index) => {
      const command = /^\s*(?:\$ )?(?:npx (?:-y |--yes )?)?pnpm(?:@[\w.^~]+)? (.*)$/.exec(text)?.[1]
      const message = command === undefined ? undefined : faultOfCommand(command.split(/\s+/), projects)
      return message === undefined ? [] : [{ file, line: line + index, message }]
    })
  )

const faultOfCommand = (words: ReadonlyArray<string>, projects: ReadonlyArray<Project>): string | undefined => {
  const filter = words.indexOf("--filter")
  const wanted = filter === -1 ? "." : (words[filter + 1] ?? "").replace(/^\.\//, "")
  const project = projects.find(({ folder, manifest }) => folder === wanted || manifest.name === wanted)
  if (project === undefined) return `no such package in the workspace: ${wanted}`
  const rest = words.filter((word, index) => word !== "run" && !(filter !== -1 && (index - filter) >>> 0 < 2))
  const script = rest.find((word) => !word.startsWith("-"))
  return script === undefined || builtIn.has(script) || script in (project.manifest.scripts ?? {})
    ? undefined
    : `no such script in ${project.folder}/package.json: ${script}`
}
