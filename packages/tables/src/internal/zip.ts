import { Inflate } from "fflate"
import { type Limits, tooLarge } from "./cells.ts"
import { refuse } from "./Refused.ts"

/** One file of an archive, still packed, with the size that the archive declares for it. */
export interface Part {
  readonly packed: Uint8Array
  readonly stored: boolean
  readonly size: number
}

/** An opened archive and how many bytes may still be unpacked from it. */
export interface Archive {
  readonly parts: ReadonlyMap<string, Part>
  readonly limits: Limits
  left: number
}

const damaged = (): never => refuse({ _tag: "Damaged" })

const endOfDirectory = (view: DataView): number => {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 65_535); at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return damaged()
}

const partAt = (bytes: Uint8Array, view: DataView, entry: number): Part => {
  const [method, packedSize, size] = [
    view.getUint16(entry + 10, true),
    view.getUint32(entry + 20, true),
    view.getUint32(entry + 24, true)
  ]
  const local = view.getUint32(entry + 42, true)
  const encrypted = (view.getUint16(entry + 8, true) & 1) === 1
  if (encrypted || (method !== 0 && method !== 8) || view.getUint32(local, true) !== 0x04034b50) damaged()
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packedSize > bytes.length) damaged()
  return { packed: bytes.subarray(start, start + packedSize), stored: method === 0, size }
}

/** Reads the directory of a zip archive; nothing is unpacked yet. */
export const openArchive = (bytes: Uint8Array, limits: Limits): Archive => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  const parts = new Map<string, Part>()
  let entry = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (view.getUint32(entry, true) !== 0x02014b50) damaged()
    const nameLength = view.getUint16(entry + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(entry + 46, entry + 46 + nameLength))
    // Two files of one name could be read as different ones by different programs.
    if (parts.has(name)) damaged()
    parts.set(name, partAt(bytes, view, entry))
    entry += 46 + nameLength + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return { parts, limits, left: limits.unzipped }
}

const step = 16_384

/**
 * Unpacks one part piece by piece.
 *
 * The declared size is held against what is left before anything is unpacked, and no more than it is ever unpacked: an archive
 * that lies about its sizes is damaged.
 */
export const unpack = (archive: Archive, part: Part, use: (piece: Uint8Array) => void): void => {
  if (part.size > archive.left) refuse(tooLarge("unzipped", archive.limits))
  archive.left -= part.size
  let size = 0
  const take = (piece: Uint8Array): void => {
    size += piece.length
    if (size > part.size) damaged()
    if (piece.length > 0) use(piece)
  }
  if (part.stored) take(part.packed)
  else {
    const inflate = new Inflate(take)
    for (let at = 0; at === 0 || at < part.packed.length; at += step) {
      inflate.push(part.packed.subarray(at, at + step), at + step >= part.packed.length)
    }
  }
  if (size !== part.size) damaged()
}
