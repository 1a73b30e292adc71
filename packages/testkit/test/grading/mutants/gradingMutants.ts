import { ordinary } from "../books.ts"
import type { GradingMutant } from "./Mutant.ts"
import {
  evenSeatsLost,
  lowestSeated,
  oneSeatLess,
  oneSeatMore,
  outsidersRanked,
  percentWeights,
  tiesByName
} from "./wrapped.ts"

const [self, experts] = ordinary.panels
const thirds = [
  { ...self, weight: "1/3" },
  { ...experts, weight: "2/3" }
]

/** Faults of a whole grading, as functions around the engine: they do not depend on how the engine is written. */
export const gradingMutants: ReadonlyArray<GradingMutant> = [
  {
    name: "breaks ties by name, seen beside each other",
    killedBy: "ties-alike",
    rules: { gates: [] },
    engine: async () => tiesByName
  },
  {
    name: "breaks ties by name, seen under other names",
    killedBy: "names",
    rules: { gates: [] },
    engine: async () => tiesByName
  },
  { name: "gives a cap one seat more", killedBy: "caps-hold", rules: { gates: [] }, engine: async () => oneSeatMore },
  {
    name: "reads weights as whole per cent",
    killedBy: "save-and-load",
    rules: { panels: thirds },
    engine: async () => percentWeights
  },
  {
    name: "leaves a seat of every cap empty",
    killedBy: "seats-filled",
    rules: { gates: [] },
    engine: async () => oneSeatLess
  },
  { name: "seats who has less", killedBy: "caps-by-total", rules: { gates: [] }, engine: async () => lowestSeated },
  {
    name: "loses the seats of a cap with an even number",
    killedBy: "more-seats",
    rules: { gates: [] },
    engine: async () => evenSeatsLost
  },
  {
    name: "ranks behind units that are not graded",
    killedBy: "ineligible-aside",
    rules: {},
    engine: async () => outsidersRanked
  }
]
