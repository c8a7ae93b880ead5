#!/usr/bin/env node
/** Runs a command of `ask` on any Node from 20: installs and builds the missing parts, then runs the command on our own Node. */
import { join } from "node:path"
import { ourNode, program, root } from "../launcher/set-up.mjs"
import { handOver, prepare } from "../launcher/steps.mjs"

const prepared = await prepare(process.execPath, [join(root, "src", "launcher", "prepare.mjs")])
if (prepared !== 0) process.exit(prepared)

const command = ["--disable-sigusr1", "--disable-warning=ExperimentalWarning", program("ask")]
process.exit(await handOver(ourNode(), [...command, ...process.argv.slice(2)]))
