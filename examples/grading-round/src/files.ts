import { mkdir, rename, writeFile } from "node:fs/promises"
import path from "node:path"
import { Effect } from "effect"

/** A file that could not be written. */
export interface CannotWrite {
  readonly _tag: "CannotWrite"
  readonly path: string
  readonly cause: string
}

const writing = (file: string, write: () => Promise<unknown>): Effect.Effect<void, CannotWrite> =>
  Effect.tryPromise({
    try: write,
    catch: (error): CannotWrite => ({ _tag: "CannotWrite", path: file, cause: String(error) })
  }).pipe(Effect.asVoid)

/** Makes a folder, and those above it, where there is none. */
export const makeFolder = (folder: string): Effect.Effect<void, CannotWrite> =>
  writing(folder, () => mkdir(folder, { recursive: true }))

/** Writes a whole file or none of it: whoever opens it meanwhile sees the earlier one. */
export const writeWhole = (file: string, content: string | Uint8Array): Effect.Effect<void, CannotWrite> => {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`)
  return writing(file, async () => {
    await writeFile(draft, content)
    await rename(draft, file)
  })
}
