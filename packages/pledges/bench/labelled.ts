// How good the checks of texts are: precision and recall of each on the labelled sentences that no vocabulary was tuned on. `--tune` shows the other part and
// every sentence that a check got wrong there.
import { scoresOn, scoreTable } from "../test/text/labelled/score.ts"

if (process.argv.includes("--tune")) {
  for (const { check, wrong, missed } of scoresOn("tune")) {
    for (const text of wrong) console.log(check, "wrongly:", text)
    for (const text of missed) console.log(check, "missed: ", text)
  }
  console.log(scoreTable("tune"))
} else console.log(scoreTable("report"))
