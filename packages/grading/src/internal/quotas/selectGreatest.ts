/** In how many buckets numbers are counted; few numbers are put in order at once. */
const buckets = 2048

/**
 * The `nth` greatest of some numbers, from 0.
 *
 * **Details**
 *
 * Linear: numbers are counted in buckets of equal width, which needs no comparison that a processor could guess wrong, and those of the bucket
 * in question are looked at again in the same way. Where a round does not halve them, which takes numbers chosen for it, they are sorted.
 */
export const selectGreatest = (numbers: Float64Array, nth: number): number => {
  let [some, place] = [numbers, nth]
  while (some.length > buckets) {
    const { least, greatest } = rangeOf(some)
    if (least === greatest) return least
    const factor = (buckets - 1) / (greatest - least)
    // Infinity among the numbers leaves buckets no width.
    if (!(factor > 0 && factor < Infinity)) break
    const counts = new Int32Array(buckets)
    const { length } = some
    for (let i = 0; i < length; i++) {
      const bucket = ((some[i] as number) - least) * factor
      counts[bucket | 0] = (counts[bucket | 0] as number) + 1
    }
    let bucket = buckets - 1
    for (; place >= (counts[bucket] ?? 0); bucket--) place -= counts[bucket] ?? 0
    const inBucket = new Float64Array((counts[bucket] ?? 0) + 1)
    let found = 0
    for (let i = 0; i < length; i++) {
      const x = some[i] as number
      // Written whether it counts or not: a branch that nobody can guess takes longer.
      inBucket[found] = x
      found += Number((((x - least) * factor) | 0) === bucket)
    }
    const isHalved = found <= length / 2
    some = inBucket.subarray(0, found)
    if (!isHalved) break
  }
  return some.toSorted()[some.length - 1 - place] ?? Number.NaN
}

const rangeOf = (numbers: Float64Array): { readonly least: number; readonly greatest: number } => {
  const { length } = numbers
  let [least, greatest] = [Infinity, -Infinity]
  for (let i = 0; i < length; i++) {
    const x = numbers[i] as number
    if (x < least) least = x
    if (x > greatest) greatest = x
  }
  return { least, greatest }
}
