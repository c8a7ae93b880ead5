#!/usr/bin/env node
/** The command line on any Node from 20: sets up what is missing, then runs the command on our own Node. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { ensureInstalled, ourNode, root } from "../launcher/set-up.mjs"

ensureInstalled()
const flags = ["--disable-warning=ExperimentalWarning"]
const command = join(root, "src", "commands", "ask.ts")
const { status } = spawnSync(ourNode(), [...flags, command, ...process.argv.slice(2)], { stdio: "inherit" })
process.exit(status ?? 1)
