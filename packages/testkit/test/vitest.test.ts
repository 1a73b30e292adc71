import { describeLaws } from "@zhengyou/testkit/vitest"
import { bookWith } from "./books.ts"

describeLaws(bookWith(), { seed: 20_121_231, runs: 20, benefits: ["rate"] })
