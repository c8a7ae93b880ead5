/** Names where a breach of a rule is refused: when written, when decoded, at a gate, by the database, by a test, or by people. */
export type Layer = "types" | "schema" | "runtime" | "database" | "test" | "people"
