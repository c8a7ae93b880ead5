/** The address of the survey's script, as the build named it. */
import { clientViteManifest } from "solid-start:client-vite-manifest"

const file = clientViteManifest["src/entry-client.tsx"]?.file

export const scriptAddress: string | undefined = file && `/${file}`
