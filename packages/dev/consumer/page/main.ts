import { why } from "../round.ts"

const output = document.querySelector("output")
if (output !== null) output.textContent = why
