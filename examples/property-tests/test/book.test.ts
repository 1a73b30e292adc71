import { describeLaws } from "@zhengyou/testkit"
import { describe, it } from "vitest"
import { bookOf } from "../src/book.ts"
import { options } from "../src/options.ts"

// One test for each law: this line is all that a team needs.
describeLaws({ describe, it }, bookOf("book.json"), options)
