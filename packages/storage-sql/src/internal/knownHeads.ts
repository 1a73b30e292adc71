import type { Head } from "@zhengyou/storage"

/** How many streams a store remembers the heads of. */
const most = 1000

export interface KnownHeads {
  readonly get: (stream: string) => Head | undefined
  readonly note: (stream: string, head: Head) => void
}

/**
 * The heads of the streams that were read or written last, so that an append need not ask for them first. They can be out
 * of date, so an insert that rests on one has the database compare it.
 */
export const knownHeads = (): KnownHeads => {
  const heads = new Map<string, Head>()
  return {
    get: (stream) => heads.get(stream),
    note: (stream, { version, hash }) => {
      heads.delete(stream)
      heads.set(stream, { version, hash })
      const oldest = heads.keys().next()
      if (heads.size > most && oldest.done !== true) heads.delete(oldest.value)
    }
  }
}
