/**
 * The `nth` greatest of some numbers, from 0; the numbers are put in another order.
 *
 * **Details**
 *
 * Linear as a rule. Where the partitions go badly, which takes numbers chosen for it, the rest is sorted instead.
 */
export const selectGreatest = (numbers: Float64Array, nth: number): number => {
  let [from, to] = [0, numbers.length - 1]
  for (let steps = 2 * Math.ceil(Math.log2(numbers.length + 1)); to > from; steps--) {
    if (steps === 0) {
      numbers
        .subarray(from, to + 1)
        .sort()
        .reverse()
      break
    }
    const pivot = middleOfThree(numbers[from] ?? 0, numbers[(from + to) >> 1] ?? 0, numbers[to] ?? 0)
    let [left, right] = [from, to]
    while (left <= right) {
      while ((numbers[left] ?? 0) > pivot) left++
      while ((numbers[right] ?? 0) < pivot) right--
      if (left > right) break
      const swap = numbers[left] ?? 0
      numbers[left++] = numbers[right] ?? 0
      numbers[right--] = swap
    }
    if (nth <= right) to = right
    else if (nth >= left) from = left
    else break
  }
  return numbers[nth] ?? Number.NaN
}

const middleOfThree = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
