/** Keeps sealed surveys on the device until they are sent: no time, no order and no answer that anyone could read. */
import type { FormId } from "../../../policy/data/form-id.ts"

export interface WaitingSurvey {
  readonly form: FormId
  /** Random, so that the order of keys shows no order of children; sent again, it is the same survey. */
  readonly token: string
  readonly day: string
  readonly until: string
  /** Base64. */
  readonly sealed: string
}

const store = "sealed"

const asked = <A>(request: IDBRequest<A>): Promise<A> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const opened = (): Promise<IDBDatabase> => {
  const request = indexedDB.open("waiting-surveys", 1)
  request.onupgradeneeded = () => void request.result.createObjectStore(store, { keyPath: "token" })
  return asked(request)
}

/** Resolves once the device has written it down, and not only promised to. */
const change = async (make: (surveys: IDBObjectStore) => void): Promise<void> => {
  const database = await opened()
  try {
    await new Promise<void>((resolve, reject) => {
      const change = database.transaction(store, "readwrite", { durability: "strict" })
      change.oncomplete = () => resolve()
      change.onabort = () => reject(change.error)
      make(change.objectStore(store))
    })
  } finally {
    database.close()
  }
}

export const keepWaiting = (survey: WaitingSurvey): Promise<void> => change((surveys) => surveys.put(survey))

export const removeWaiting = (token: string): Promise<void> => change((surveys) => surveys.delete(token))

export const allWaiting = async (): Promise<readonly WaitingSurvey[]> => {
  const database = await opened()
  try {
    return await asked<WaitingSurvey[]>(database.transaction(store).objectStore(store).getAll())
  } finally {
    database.close()
  }
}
