import type { Named } from "@zhengyou/core"

/** The id and name of anything that has them. */
export const named = ({ id, name }: Named): Named => ({ id, name })
