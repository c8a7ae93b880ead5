import "./server/services.ts"
import { createHandler } from "@solidjs/start/server"
export default createHandler(() => <h1>not found</h1>, { mode: "sync" })
