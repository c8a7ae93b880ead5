/** Installs and builds the missing parts; `npm start` and `ask` run it as a step that a signal can end. */
import { ensureBuilt, ensureInstalled } from "./set-up.mjs"

ensureInstalled("run")
if (process.argv.includes("--build")) ensureBuilt()
