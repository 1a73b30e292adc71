/** A value that is computed when it is first asked for, and kept: some answers want work that most callers do not ask for. */
export const once = <A>(compute: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => {
    made ??= { value: compute() }
    return made.value
  }
}
