/** Gives each page Vite's client while developing, so that the browser loads it again when its source changes. */
import type { Plugin } from "vite"

/** What a build generates, as it is while developing. The site has no server functions, for whose list Vite waits a second. */
const generated: Readonly<Record<string, string>> = {
  "solid-start:client-vite-manifest": `export const clientViteManifest = { "src/entry-client.tsx": { file: "src/entry-client.tsx" } }`,
  "solid-start:server-fn-manifest": "",
}

export const generatedModules: Plugin = {
  name: "dev-generated-modules",
  enforce: "pre",
  resolveId: (id) => (generated[id] === undefined ? undefined : `\0dev:${id}`),
  load: (id) => generated[id.replace("\0dev:", "")],
}

/** Vite reloads the browser for a change of the browser's modules alone; pages are made of the server's. */
export const reload: Plugin = {
  name: "dev-reload",
  hotUpdate({ modules, server }) {
    if (this.environment.name === "ssr" && modules.length > 0)
      server.environments.client.hot.send({ type: "full-reload" })
  },
}

const client = '<script type="module" src="/@vite/client"></script>'

export const withReload = async (response: Response): Promise<Response> => {
  if (!response.headers.get("content-type")?.startsWith("text/html")) return response
  const headers = new Headers(response.headers)
  headers.delete("content-length")
  const policy = headers.get("content-security-policy")
  if (policy) headers.set("content-security-policy", policy.replace("connect-src 'self'", "connect-src 'self' ws:"))
  const html = (await response.text()).replace("</head>", `${client}</head>`)
  return new Response(html, { status: response.status, headers })
}
