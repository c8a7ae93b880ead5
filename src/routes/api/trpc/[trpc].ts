/** The way in for answers: POST with JSON from our own pages, and nothing else. */
import type { APIEvent } from "@solidjs/start/server"
import { answerCall } from "../../../server/answer-call.ts"

export const POST = ({ request, params }: APIEvent): Promise<Response> => answerCall(request, params["trpc"] ?? "")
