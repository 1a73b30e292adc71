import type { Basis, Pledge } from "../../Pledge.ts"
import type { PolicyShape } from "../../policy/PledgePolicy.ts"
import type { Found } from "./Found.ts"

const basisKey = ({ kind, id }: Basis): string => `${kind} ${id}`

const pledgerKey = ({ pledger: { kind, id } }: Pledge): string => `${kind} ${id}`

const counted = (keys: ReadonlyArray<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The checks of a pledge among all those of its cycle: how many there are of a pledger and an owner, and what is on record. */
export const neighbourChecks = (all: ReadonlyArray<Pledge>, onRecord: ReadonlyArray<Basis>) => {
  const pledgers = counted(all.map(pledgerKey))
  const owners = counted(all.flatMap(({ owner }) => owner ?? []))
  const known = new Set(onRecord.map(basisKey))
  return (pledge: Pledge, policy: PolicyShape): ReadonlyArray<Found> => {
    const { perPledger, perOwner } = policy.kinds[pledge.pledger.kind]
    const { owner, basis } = pledge
    const ofPledger = pledgers.get(pledgerKey(pledge)) ?? 0
    const ofOwner = owner === undefined ? 0 : (owners.get(owner) ?? 0)
    return [
      ...(ofPledger > perPledger
        ? [
            {
              path: ["pledger"],
              problem: { _tag: "TooManyOfPledger" as const, count: ofPledger, allowed: perPledger }
            }
          ]
        : []),
      ...(owner !== undefined && ofOwner > perOwner
        ? [
            {
              path: ["owner"],
              problem: { _tag: "TooManyOfOwner" as const, owner, count: ofOwner, allowed: perOwner }
            }
          ]
        : []),
      ...basis.flatMap(
        (one, i): ReadonlyArray<Found> =>
          known.has(basisKey(one)) ? [] : [{ path: ["basis", i], problem: { _tag: "BasisUnknown", ...one } }]
      )
    ]
  }
}
