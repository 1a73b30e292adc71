/** Puts items under their keys, keeping their order: `Map.groupBy` for runtimes that lack it, such as Node 20. */
export const groupBy = <A>(items: Iterable<A>, key: (item: A) => string): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, Array<A>>()
  for (const item of items) {
    const name = key(item)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [item])
    else group.push(item)
  }
  return groups
}
