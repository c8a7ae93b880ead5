/** What the service has kept, in an order of its content: the store's own order tells nothing. */
import { canonicalJson } from "../../../policy/record/canonical-json.ts"
import { type Opened, openedAnswers } from "../collected-answers.ts"
import type { Service } from "../service.ts"

export const kept = async ({ dataDir }: Service): Promise<readonly Opened[]> =>
  (await openedAnswers(dataDir)).toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1))

/** What some doings have added. */
export const added = async (service: Service, doings: () => Promise<unknown>): Promise<readonly Opened[]> => {
  const left = (await kept(service)).map((each) => canonicalJson(each))
  await doings()
  return (await kept(service)).filter((each) => {
    const place = left.indexOf(canonicalJson(each))
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}
