/** Installs and builds the missing parts, without `--build` the programs alone; `npm start` and `ask` run it as a step that a signal can end. */
import { ensureBuilt, ensureInstalled, ensurePrograms } from "./set-up.mjs"

ensureInstalled("run")
if (process.argv.includes("--build")) ensureBuilt()
else ensurePrograms()
