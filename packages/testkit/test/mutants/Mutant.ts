import type { Engine } from "@zhengyou/testkit"
import { engineWith, type Substitution } from "./engineWith.ts"

/** A fault put into the engine, the book on which it shows, and the law that finds it. */
export interface Mutant {
  readonly name: string
  readonly engine: () => Promise<Engine>
  /** What the ordinary book has otherwise, so that the fault can show. */
  readonly book: object
  readonly killedBy: string
}

/** A fault that is one change of the engine's source. */
export const mutant = (name: string, killedBy: string, change: Substitution, book: object = {}): Mutant => ({
  name,
  killedBy,
  book,
  engine: () => engineWith(change)
})
