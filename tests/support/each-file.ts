/** Registers the end of each test for every file, also where files share a process and its modules. */
import { afterEach } from "vitest"
import { runEndings } from "./test-end.ts"

/** A command that runs in this process narrows it, and a build made later here could not be read by another account. */
const mask = process.umask()

afterEach(() => {
  process.umask(mask)
  return runEndings()
})

// Vitest puts its own mode into MODE, which every process that a test starts would read as the platform's.
delete process.env["MODE"]
