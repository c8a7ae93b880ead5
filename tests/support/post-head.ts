/** The head of a submission as a browser writes it, for tests that send a submission in parts. */
import type { Service } from "./service.ts"

/** `length` is what it says its body has, in bytes. */
export const postHead = ({ port, url }: Pick<Service, "port" | "url">, length: number): string =>
  [
    "POST /api/trpc/submit HTTP/1.1",
    `Host: 127.0.0.1:${port}`,
    `Origin: ${url}`,
    "Content-Type: application/json",
    `Content-Length: ${length}`,
    "\r\n",
  ].join("\r\n")
