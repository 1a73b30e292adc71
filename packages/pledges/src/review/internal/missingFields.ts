import type { Path } from "@zhengyou/core"
import type { Pledge } from "../../Pledge.ts"
import type { RequiredField } from "../../policy/checks.ts"

const fields: { readonly [F in RequiredField]: { readonly path: Path; readonly has: (pledge: Pledge) => boolean } } = {
  category: { path: ["category"], has: ({ category }) => category !== undefined },
  measures: { path: ["measures"], has: ({ measures }) => measures.length > 0 },
  target: { path: ["target"], has: ({ target }) => target !== undefined },
  number: { path: ["target", "value"], has: ({ target }) => target?.value !== undefined },
  baseline: { path: ["target", "baseline"], has: ({ target }) => target?.baseline !== undefined },
  verification: { path: ["verification"], has: ({ verification }) => verification !== undefined },
  deadline: { path: ["term"], has: ({ term }) => term !== undefined },
  owner: { path: ["owner"], has: ({ owner }) => owner !== undefined },
  basis: { path: ["basis"], has: ({ basis }) => basis.length > 0 },
  urgentPosts: { path: ["urgentPosts"], has: ({ urgentPosts }) => urgentPosts.length > 0 }
}

/** Where a field that is missing would stand; nothing where the pledge has it. */
export const missingAt = (pledge: Pledge, field: RequiredField): Path | undefined =>
  fields[field].has(pledge) ? undefined : fields[field].path
