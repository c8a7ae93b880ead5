/** What SolidStart's build tells of the browser's files. */
declare module "solid-start:client-vite-manifest" {
  export const clientViteManifest: Readonly<Record<string, { readonly file: string } | undefined>>
}
