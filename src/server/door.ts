/** Finds the port that the launcher has opened for `web`, which cannot open one itself. */
import { Server } from "node:net"

/** Set by `src/launcher/web-wall.mjs`, before any code of the site runs. */
const given: unknown = Reflect.get(process, Symbol.for("big-ask.door"))

/** `undefined` without a launcher. */
export const door: Server | undefined = given instanceof Server ? given : undefined
