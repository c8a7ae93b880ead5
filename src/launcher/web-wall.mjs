/**
 * Runs in `web` and `staff` before their own code: takes the port from the launcher, then gives up the network and every function
 * that acts on another process. Whatever runs later, a hostile script too, finds none of them.
 */
import { syncBuiltinESMExports } from "node:module"
import os from "node:os"

/** The listening port, which only a launcher gives. */
const door = process.connected
  ? await new Promise((resolve) => process.once("message", (_message, handle) => resolve(handle)))
  : undefined
// The launcher ends before it has opened the port.
if (process.connected && door === undefined) process.exit(0)

if (door !== undefined) {
  // Nobody answers yet: a client tries again, as it does where nothing listens.
  door.on("connection", (socket) => socket.destroy())
  // It listens already; asking the system once more would need the permission that is dropped below.
  door._handle.listen = () => 0
  Object.defineProperty(process, Symbol.for("big-ask.door"), { value: door })
}
// The pages of staff reach a PostgreSQL, where the evidence store is one.
if (process.env.NETWORK !== "kept") process.permission?.drop("net")

const remove = (from, names) => {
  for (const name of names)
    if (name in from) Object.defineProperty(from, name, { value: undefined, configurable: false, writable: false })
}
remove(process, ["kill", "_kill", "_debugProcess", "_debugEnd", "_debugPause", "binding", "_linkedBinding", "execve"])
remove(process, ["setuid", "seteuid", "setgid", "setegid", "setgroups", "initgroups"])
remove(os, ["setPriority"])
syncBuiltinESMExports()
