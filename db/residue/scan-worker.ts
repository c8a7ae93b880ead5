/** Does jobs of a scan in a thread of its own, one at a time. */
import { parentPort, workerData } from "node:worker_threads"
import { doJob, type Job } from "./job.ts"
import { type SearchOptions, searchOf } from "./search.ts"

const search = searchOf(workerData as SearchOptions)

parentPort?.on("message", (job: Job) => {
  try {
    parentPort?.postMessage(doJob(job, search))
  } catch {
    parentPort?.postMessage("unread")
  }
})
