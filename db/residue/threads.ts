/** Does the jobs of a scan: a few megabytes in this thread, more in two threads at once. */
import { availableParallelism } from "node:os"
import { extname } from "node:path"
import { Worker } from "node:worker_threads"
import { doJob, type Job, type JobDone } from "./job.ts"
import { type Search, type SearchOptions, searchOf } from "./search.ts"

export type DoJobs = (jobs: readonly Job[], done: (job: Job, result: JobDone | "unread") => void) => Promise<void>

/** In this thread. */
export const jobsWith =
  (search: Search): DoJobs =>
  async (jobs, done) => {
    for (const job of jobs) done(job, tried(job, search))
  }

const tried = (job: Job, search: Search): JobDone | "unread" => {
  try {
    return doJob(job, search)
  } catch {
    return "unread"
  }
}

/** In the folder of this file, in the sources and where both are bundled. */
const workerFile = new URL(`./scan-worker${extname(import.meta.filename)}`, import.meta.url)

const work = (options: SearchOptions, take: () => Job | undefined, done: Parameters<DoJobs>[1]): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: options })
    let job: Job | undefined
    const next = (): void => {
      job = take()
      if (job === undefined) void worker.terminate().then(() => resolve(), reject)
      else worker.postMessage(job)
    }
    worker.on("message", (result: JobDone | "unread") => {
      if (job !== undefined) done(job, result)
      next()
    })
    worker.on("error", reject)
    next()
  })

/** Each thread takes the next job as soon as it is free. */
export const jobsInThreads =
  (options: SearchOptions): DoJobs =>
  async (jobs, done) => {
    const left = [...jobs].reverse()
    const threads = Math.min(2, availableParallelism(), jobs.length)
    await Promise.all(Array.from({ length: threads }, () => work(options, () => left.pop(), done)))
  }

/** Below this the start of threads takes longer than the scan. */
const fewBytes = 48 * 2 ** 20

export const jobsOf = (options: SearchOptions, bytes: number): DoJobs =>
  bytes < fewBytes ? jobsWith(searchOf(options)) : jobsInThreads(options)
