import { exactUnsafe, formatRounded } from "@zhengyou/core"

/** The share of shingles in common as people read it: whole per cent, downwards, so that only equal texts are 100. */
export const percentShared = ({ shared, total }: { readonly shared: number; readonly total: number }): string =>
  formatRounded(exactUnsafe(`${shared * 100}/${total}`), { mode: "floor", digits: 0 })
