/** The style and the scripts of the staff pages, each a file of ours, in the program itself. */
import webauthn from "../../node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js?raw"
import proof from "../browser/staff/proof.mjs?raw"
import style from "./staff.css?inline"

const script = "text/javascript; charset=utf-8"

export const files: Readonly<Record<string, { readonly text: string; readonly type: string }>> = {
  "/staff/style.css": { text: style, type: "text/css; charset=utf-8" },
  "/staff/webauthn.js": { text: webauthn, type: script },
  "/staff/proof.js": { text: proof, type: script },
}
