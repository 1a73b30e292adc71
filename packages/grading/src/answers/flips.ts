/** Where a function of whole numbers, which only ever goes one way, has changed: the first numbers of each new value. */
export const changesOf = (from: number, to: number, value: (at: number) => number): ReadonlyArray<number> => {
  const between = (a: number, atA: number, b: number, atB: number): ReadonlyArray<number> => {
    if (atA === atB) return []
    if (b - a === 1) return [b]
    const middle = (a + b) >> 1
    const atMiddle = value(middle)
    return [...between(a, atA, middle, atMiddle), ...between(middle, atMiddle, b, atB)]
  }
  return to <= from ? [] : between(from, value(from), to, value(to))
}

/**
 * The first number from 1 to `last` at which something differs, given where it may turn back: between those places it
 * differs from some number on, or up to one, or not at all.
 */
export const firstDifferent = (
  last: number,
  turns: ReadonlyArray<number>,
  differs: (at: number) => boolean
): number | undefined => {
  const starts = [...new Set([1, ...turns])].filter((at) => at >= 1 && at <= last).toSorted((a, b) => a - b)
  for (const [i, start] of starts.entries()) {
    if (differs(start)) return start
    const end = (starts[i + 1] ?? last + 1) - 1
    if (end === start || !differs(end)) continue
    let [low, high] = [start, end]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (differs(middle)) high = middle
      else low = middle
    }
    return high
  }
  return undefined
}
