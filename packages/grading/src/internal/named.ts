import { type Ladder, levelRank, type Named } from "@zhengyou/core"

/** The id and name of anything that has them. */
export const named = ({ id, name }: Named): Named => ({ id, name })

/** A level of a ladder with its name; a level that the ladder lacks goes by its id. */
export const levelNamed = (ladder: Ladder, id: string): Named =>
  named(ladder[levelRank(ladder, id)] ?? { id, name: id })
