import type { CountTable } from "@zhengyou/satisfaction"
import fc from "fast-check"

/**
 * Tables of counts to be published (公布的计数表), rows for units and columns for groups: noughts and small counts are common.
 */
export const countTables = (most = { rows: 6, columns: 5 }): fc.Arbitrary<CountTable> =>
  fc
    .record({ rows: fc.integer({ min: 1, max: most.rows }), columns: fc.integer({ min: 1, max: most.columns }) })
    .chain(({ rows, columns }) => {
      const count = fc.oneof({ withCrossShrink: true }, fc.nat(7), fc.integer({ min: 8, max: 90 }))
      const row = fc.array(count, { minLength: columns, maxLength: columns })
      return fc.array(row, { minLength: rows, maxLength: rows })
    })
