/** Breaks the way of a complaint: its seal, its retention, its acknowledgement, its key and its entries in the ledger. */
import { by, change, type Planned, remove } from "./sabotage.ts"

const sealing = "db/complaints/seal-complaint.ts"
const ending = "src/complaints/end-retention.ts"
const notices = "policy/custody/complaint.ts"
const clock = (named: string) => by("runtime", "commands/complaints.test.ts", named)

export const complaintSabotages: readonly Planned[] = [
  {
    rule: "no-direct-identifiers",
    sabotage: "a complaint is kept in clear",
    edits: [change(sealing, "nonce, cipher.update(plain), cipher.final()", "nonce, plain")],
    caughtBy: [by("runtime", "db/complaints.test.ts", "opens with the complaints' key")],
  },
  {
    rule: "no-direct-identifiers",
    sabotage: "a complaint opens for another's reference",
    edits: [
      change(sealing, "nonce).setAAD(hash)\n  const sealed", "nonce)\n  const sealed"),
      change(sealing, "opening.setAAD(hash).setAuthTag", "opening.setAuthTag"),
    ],
    caughtBy: [by("runtime", "db/complaints.test.ts", "for its own hash alone")],
  },
  {
    rule: "retention-reviewed-after-two-years",
    sabotage: "a complaint outlives its retention",
    way: "the clock finds none",
    edits: [change(ending, "removeOn(received) <= on", "removeOn(received) > on && removeOn(received) < on")],
    caughtBy: [clock("removes a complaint on the day its retention ends")],
  },
  {
    rule: "retention-reviewed-after-two-years",
    sabotage: "a complaint outlives its retention",
    way: "recorded as removed, and kept",
    edits: [remove(ending, "    yield* complaints.remove(hash)\n")],
    caughtBy: [clock("removes a complaint on the day its retention ends")],
  },
  {
    rule: "retention-reviewed-after-two-years",
    sabotage: "a complaint is removed without an entry in the ledger",
    edits: [remove(ending, '    yield* record(yield* decided({ kind: "complaint-retention-ended", body }))\n')],
    caughtBy: [clock("removes a complaint on the day its retention ends")],
  },
  {
    rule: "privacy-information-first",
    sabotage: "nobody is reminded to acknowledge a complaint",
    edits: [change(notices, "acknowledgeBy(each) < on", "acknowledgeBy(each) < each.receivedOn")],
    caughtBy: [by("runtime", "policy/complaint.test.ts", "on the next it is overdue")],
  },
  {
    rule: "privacy-information-first",
    sabotage: "complaints go on being sealed to a key that is gone",
    edits: [change("src/keeper/key-watch.ts", "complaintKey !== undefined && !stored.ofComplaints", "false")],
    caughtBy: [by("runtime", "launcher/key-watch.test.ts", "while their private key is gone")],
  },
]
