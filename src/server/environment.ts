/** Holds what the launcher handed to `web`, decoded once as the process starts. */
import { webSettings } from "../deployment/web-deployment.ts"

export const { deployment, host, port, geographyFolder, releasedFolder } = webSettings(process.env)
