import { lawSetting, laws } from "@zhengyou/testkit"
import { provedByFaults } from "../provedByFaults.ts"
import { bookWith } from "./books.ts"
import { gradingMutants } from "./mutants/gradingMutants.ts"
import { placingMutants } from "./mutants/placingMutants.ts"
import { scoringMutants } from "./mutants/scoringMutants.ts"

provedByFaults(laws, [...scoringMutants, ...placingMutants, ...gradingMutants], (book, engine) =>
  lawSetting(bookWith(book), { benefits: ["rate"], ...(engine && { engine }) })
)
