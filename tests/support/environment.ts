/** What every program that a test starts is given, whatever else its test gives it. */
import { env } from "node:process"

/** Where the commands are, and the code that programs of this run have compiled before. */
export const ofThisRun = { PATH: env["PATH"], NODE_COMPILE_CACHE: env["NODE_COMPILE_CACHE"], STAFF_PORT: "off" }
