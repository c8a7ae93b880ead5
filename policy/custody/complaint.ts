/** Says by when a complaint is acknowledged and until when it is kept, and names those that are overdue. */
import { type Day, daysAfter, yearsAfter } from "../civil-day.ts"
import { parameters } from "../parameters.ts"

/** Everything that shows without opening it. */
export interface ComplaintReceived {
  /** The beginning of the hash of its reference. */
  readonly id: string
  readonly receivedOn: Day
  readonly acknowledged: boolean
  readonly replied: boolean
}

/** The last day on which its acknowledgement is in time. */
export const acknowledgeBy = ({ receivedOn }: ComplaintReceived): Day =>
  daysAfter(receivedOn, parameters.complaintAcknowledged.value)

/** A reply says as well that it came. */
export const isAcknowledged = ({ acknowledged, replied }: ComplaintReceived): boolean => acknowledged || replied

/** The day on which the clock removes it. */
export const removeOn = ({ receivedOn }: ComplaintReceived): Day =>
  yearsAfter(receivedOn, parameters.complaintRetention.value)

/** One sentence for each kind, the most urgent first; none where nothing is overdue. Their number is in none: a complaint comes from a person. */
export const complaintNotices = (all: readonly ComplaintReceived[], on: Day): readonly string[] => {
  const late = all.filter((each) => !isAcknowledged(each) && acknowledgeBy(each) < on)
  const ending = all.filter((each) => removeOn(each) <= daysAfter(on, parameters.reviewNotice.value))
  const end = ending.map(removeOn).toSorted()[0]
  const unanswered = ending.some(({ replied }) => !replied) ? " Not all have a reply yet: write it first." : ""
  const since = late.map(acknowledgeBy).toSorted()[0]
  return [
    ...(since === undefined ? [] : [`At least one complaint should have been acknowledged by ${since}.`]),
    ...(end === undefined
      ? []
      : [
          end < on
            ? `At least one complaint should have been removed by ${end}: let the service run, or ask -- retention review.`
            : `At least one complaint will be removed by the clock from ${end}, when its retention ends.${unanswered}`,
        ]),
  ]
}
