/** The answers to one question, and the greatest code that they may have. */
export interface AnswerColumn {
  readonly column: Uint8Array
  readonly most: number
}

/** How many ballots each cell of subject and group has; and for each question, by cell, how many left it blank and made each choice. */
export interface Counts {
  readonly returned: Uint32Array
  readonly chosen: ReadonlyArray<Uint32Array>
}

/** So many rows that their cells stay in the nearest cache while all questions are counted. */
const block = 4096

/** Counts the rows of a block into cells, and notes the cell of each; false where a code is out of range. */
const countRows = (
  subjects: Uint16Array,
  groups: Uint8Array,
  from: number,
  rows: number,
  subjectCount: number,
  groupCount: number,
  cells: Uint32Array,
  returned: Uint32Array
): boolean => {
  for (let i = 0; i < rows; i++) {
    const subject = subjects[from + i] as number
    const group = groups[from + i] as number
    if (subject >= subjectCount || group >= groupCount) return false
    const cell = subject * groupCount + group
    cells[i] = cell
    returned[cell] = (returned[cell] as number) + 1
  }
  return true
}

/** Counts the answers of a block to one question; false where a code is out of range. */
const countOne = (
  { column, most }: AnswerColumn,
  from: number,
  rows: number,
  cells: Uint32Array,
  chosen: Uint32Array
): boolean => {
  const stride = most + 1
  for (let i = 0; i < rows; i++) {
    const answer = column[from + i] as number
    if (answer > most) return false
    const at = (cells[i] as number) * stride + answer
    chosen[at] = (chosen[at] as number) + 1
  }
  return true
}

type Three = readonly [AnswerColumn, AnswerColumn, AnswerColumn]

/** Counts the answers of a block to three questions together, one count for each combination: adding is what takes time. */
const countThree = (
  [first, second, third]: Three,
  from: number,
  rows: number,
  cells: Uint32Array,
  together: Uint32Array
): boolean => {
  const { column: a, most: mostA } = first
  const { column: b, most: mostB } = second
  const { column: c, most: mostC } = third
  for (let i = 0; i < rows; i++) {
    const x = a[from + i] as number
    const y = b[from + i] as number
    const z = c[from + i] as number
    if (x > mostA || y > mostB || z > mostC) return false
    const at = (((cells[i] as number) * (mostA + 1) + x) * (mostB + 1) + y) * (mostC + 1) + z
    together[at] = (together[at] as number) + 1
  }
  return true
}

/** The counts of each of three questions out of those of all three together. */
const apart = (three: Three, cellCount: number, together: Uint32Array): ReadonlyArray<Uint32Array> => {
  const [a, b, c] = three.map(({ most }) => most + 1) as [number, number, number]
  const [x, y, z] = [new Uint32Array(cellCount * a), new Uint32Array(cellCount * b), new Uint32Array(cellCount * c)]
  const add = (counts: Uint32Array, at: number, n: number) => {
    counts[at] = (counts[at] ?? 0) + n
  }
  together.forEach((n, at) => {
    const cell = Math.floor(at / (a * b * c))
    add(x, cell * a + (Math.floor(at / (b * c)) % a), n)
    add(y, cell * b + (Math.floor(at / c) % b), n)
    add(z, cell * c + (at % c), n)
  })
  return [x, y, z]
}

/** The most counts that lie in the nearest caches while they are added to. */
const nearby = 1 << 15

/** How one or three questions are counted, block by block, and what has been counted of each at the end. */
interface Counter {
  readonly add: (from: number, rows: number, cells: Uint32Array) => boolean
  readonly chosen: () => ReadonlyArray<Uint32Array>
}

const countersOf = (asked: ReadonlyArray<AnswerColumn>, cellCount: number): ReadonlyArray<Counter> => {
  const [first, second, third, ...rest] = asked
  if (first === undefined) return []
  if (second !== undefined && third !== undefined) {
    const three: Three = [first, second, third]
    const size = three.reduce((product, { most }) => product * (most + 1), cellCount)
    if (size <= nearby) {
      const together = new Uint32Array(size)
      const counter: Counter = {
        add: (from, rows, cells) => countThree(three, from, rows, cells, together),
        chosen: () => apart(three, cellCount, together)
      }
      return [counter, ...countersOf(rest, cellCount)]
    }
  }
  const alone = new Uint32Array(cellCount * (first.most + 1))
  const counter: Counter = {
    add: (from, rows, cells) => countOne(first, from, rows, cells, alone),
    chosen: () => [alone]
  }
  return [counter, ...countersOf(asked.slice(1), cellCount)]
}

/** Counts columns of equal length, or nothing where a code is out of range. */
export const countColumns = (
  { subjects, groups }: { readonly subjects: Uint16Array; readonly groups: Uint8Array },
  subjectCount: number,
  groupCount: number,
  asked: ReadonlyArray<AnswerColumn>
): Counts | undefined => {
  const returned = new Uint32Array(subjectCount * groupCount)
  const counters = countersOf(asked, returned.length)
  const cells = new Uint32Array(block)
  for (let from = 0; from < subjects.length; from += block) {
    const rows = Math.min(block, subjects.length - from)
    if (!countRows(subjects, groups, from, rows, subjectCount, groupCount, cells, returned)) return undefined
    for (const { add } of counters) if (!add(from, rows, cells)) return undefined
  }
  return { returned, chosen: counters.flatMap(({ chosen }) => chosen()) }
}
