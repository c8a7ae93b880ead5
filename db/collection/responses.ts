/** Sealed responses are read a page at a time, in the order of their random keys, so that reading needs little memory. */
import type { Connection } from "../connect.ts"
import type { CollectionTables, ResponseTable } from "./schema.ts"

const pageSize = 500

export async function* responsesOf({ db }: Connection<CollectionTables>): AsyncIterable<ResponseTable> {
  let after: Uint8Array = new Uint8Array()
  for (;;) {
    const page = await db
      .selectFrom("response")
      .selectAll()
      .where("key", ">", after)
      .orderBy("key")
      .limit(pageSize)
      .execute()
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.key
  }
}
