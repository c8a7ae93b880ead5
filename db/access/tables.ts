/** Lists the tables with which staff sign in and prove an act. */

export interface AccessTables {
  readonly passkey: PasskeyTable
  readonly staff_session: StaffSessionTable
  readonly enrolment: EnrolmentTable
  readonly command_request: CommandRequestTable
}

/** The public half of a key that a person's device holds, and how often the device says that it was used. */
export interface PasskeyTable {
  readonly credential: string
  readonly person: string
  readonly public_key: Uint8Array
  readonly counter: number
  readonly enrolled_on: string
}

/** `digest` is that of the bytes in the cookie. */
export interface StaffSessionTable {
  readonly digest: string
  readonly person: string
  readonly idle_until: string
  readonly ends_at: string
  readonly proved_act: string | null
  readonly proved_until: string | null
}

/** `digest` is that of the secret in a one-time link; an operator's has no `given_by`. */
export interface EnrolmentTable {
  readonly digest: string
  readonly person: string
  readonly given_by: string | null
  readonly confirmed_by: string | null
  readonly needs_two: number
  readonly expires_at: string
}

/** `digest` is that of the code that a command printed. */
export interface CommandRequestTable {
  readonly digest: string
  readonly person: string
  readonly act: string
  readonly expires_at: string
  readonly approved: number
}
