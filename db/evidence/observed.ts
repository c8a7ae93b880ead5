/** What the audits of custody look at, read from the evidence store: a part that cannot be read is not there, and not checked. */
import { Context, Effect, Layer, Option } from "effect"
import { Team } from "../../policy/capability/member.ts"
import { CollectionNow } from "../../policy/evidence/collection-now.ts"
import { GivenUp } from "../../policy/evidence/given-up.ts"
import { LastScan } from "../../policy/evidence/last-scan.ts"
import { PlacesMatched } from "../../policy/evidence/places-matched.ts"
import { QualityFlags } from "../../policy/evidence/quality-flags.ts"
import { ReleasesNow } from "../../policy/evidence/releases-now.ts"
import { Retained } from "../../policy/evidence/retained.ts"
import { type StoredColumn, StoredColumns } from "../../policy/evidence/stored-columns.ts"
import { flags } from "../../policy/quality/flag.ts"
import { banded } from "../../policy/report/banded.ts"
import type { Evidence } from "./evidence.ts"

/** Nobody is on a list that cannot be read. */
export const teamOf = (evidence: Evidence["Service"]): Layer.Layer<Team> =>
  Layer.succeed(Team, Team.of({ members: Effect.orElseSucceed(evidence.members, () => []) }))

/** One table has nothing to differ from; with two the single records are needed, and without them nothing is judged. */
const releasesNow = Effect.fnUntraced(function* ({ outputs }: Evidence["Service"]) {
  const [tables, widenings] = yield* Effect.all([outputs.releases, outputs.widenings])
  return { tables, widenings, few: tables.length > 1 ? yield* outputs.recordKeys : [] }
})

export const observed = (
  evidence: Evidence["Service"],
  collectionColumns: readonly StoredColumn[] = [],
): Layer.Layer<never> =>
  Layer.effectContext(
    Effect.gen(function* () {
      const now = yield* Effect.option(Effect.all({ collection: evidence.collection, extracts: evidence.extracts }))
      const retained = yield* Effect.option(evidence.retentions)
      const columns = yield* Effect.option(evidence.columns)
      const quality = yield* Effect.option(Effect.all([evidence.arrivals.quality, evidence.arrivals.flagged]))
      const places = yield* Effect.option(evidence.arrivals.places)
      const givenUp = yield* Effect.option(evidence.bodiesOf("answers-given-up"))
      const releases = yield* Effect.option(releasesNow(evidence))
      const scans = yield* Effect.option(evidence.bodiesOf("residue-scanned"))
      return Context.empty().pipe(
        addIfRead(CollectionNow, now),
        addIfRead(Retained, retained),
        addIfRead(
          QualityFlags,
          quality.pipe(
            Option.filter(([{ received }]) => received > 0),
            Option.map(([counts, flagged]) => ({
              ...counts,
              flagged: flags.map((flag) => ({ flag, responses: banded(flagged.get(flag) ?? 0) })),
            })),
          ),
        ),
        addIfRead(
          PlacesMatched,
          Option.map(places, ({ matched, unmatched }) => ({ matched: banded(matched), unmatched: banded(unmatched) })),
        ),
        addIfRead(
          GivenUp,
          Option.map(givenUp, (all) => all.map(({ of, on, responses }) => ({ of, on, responses: banded(responses) }))),
        ),
        addIfRead(ReleasesNow, releases),
        addIfRead(
          LastScan,
          Option.flatMap(scans, (all) => Option.fromUndefinedOr(all.at(-1))),
        ),
        addIfRead(
          StoredColumns,
          Option.map(columns, (own) => [...collectionColumns, ...own]),
        ),
      )
    }),
  ).pipe(Layer.provideMerge(teamOf(evidence)))

const addIfRead =
  <I, S>(key: Context.Key<I, S>, read: Option.Option<S>) =>
  (context: Context.Context<never>): Context.Context<never> =>
    Option.isSome(read) ? Context.add(context, key, read.value) : context
