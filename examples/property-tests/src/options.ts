/** How this team checks its books: the seed is the day on which the rules were adopted. */
export const options = {
  seed: 20_260_301,
  runs: 100,
  // Of satisfaction, more is better: a rule by which it harms a window is a mistake.
  benefits: ["satisfaction"]
}
