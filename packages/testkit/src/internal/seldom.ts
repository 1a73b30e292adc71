import fc from "fast-check"

/** A value in one case of so many, and nothing otherwise, which it shrinks to. */
export const seldom = <A>(value: fc.Arbitrary<A>, oneIn: number): fc.Arbitrary<A | undefined> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: oneIn - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: value }
  )
