/** The command line: one line a command, and a clear word for one that there is not. */
import { appConfig } from "../launcher/config.ts"
import { placeFromEnv } from "../launcher/place.ts"
import { backup } from "./backup.ts"
import { close } from "./close.ts"
import { counts } from "./counts.ts"
import { disclosure } from "./disclosure.ts"
import { dpiaVerify } from "./dpia.ts"
import { geography } from "./geography.ts"
import { open } from "./open.ts"
import { printForms } from "./print-forms.ts"
import { release } from "./release.ts"
import { report } from "./report.ts"
import { restore } from "./restore.ts"
import { newRule } from "./rule.ts"
import { rules } from "./rules.ts"
import { sample } from "./sample.ts"
import { scan } from "./scan.ts"
import { status } from "./status.ts"
import { table } from "./table.ts"
import { team } from "./team.ts"
import { transfer } from "./transfer.ts"

const usage = `Usage: npm run --silent ask -- <command>

  status                                   how many answers there are, by form and day, in bands
  open                                     in rehearsal only: reads the sealed answers back
  transfer [--today] [--lost DAY]          moves the answers of days that are over for an hour to the evidence store and destroys
                                           those days' keys; with --today also what has come since, whose key stays;
                                           --lost names a day whose key is gone for good
  transfer --give-up DAY [--by ID]         besides, removes what nothing opens of a day that is over, on a supervisor's word
  backup --to FOLDER                       both stores as they are now, sealed to the retention key and read back
  restore --from FOLDER                    a backup into a DATA_DIR that has no store, whole or not at all
  close --witness ID --witness ID [--by ID]
                                           ends the collection for good: refuses new answers, transfers the rest, empties it and
                                           scans it; --by names a supervisor who closes before the window ends
  scan [--words FILE] [PATH…]              looks at every byte of the stores, keys and backups, and of files, folders or devices
                                           named besides, for postcodes, planted words and sealed rows of destroyed days
  geography                                which geography is in use, and under which licences
  geography import FILE…                   brings the published one: postcodes, deprivation, authorities, schools
  sample --form F --count N --seed S       prints N valid submissions to a form (or "all"), a line each
  forms                                    every wording, with its purpose and lawful basis
  dpia verify FILE                         finds every promise in the DPIA, or says which is gone
  disclosure protect MICRO.csv --dims D --threshold T --out FOLDER
                                           tabulates, withholds what must be, and writes cells.csv and certificate.json
  disclosure audit FILE.json | FOLDER      what an attacker learns from tables made anywhere: an interval a withheld cell, and a verdict
  table --rows R [--columns C] [--filter V=A,B]… [--hide-zeros] [--by ID] [--propose]
                                           whether a table of the answers is safe to release, what would be withheld, and which
                                           coarser one is better; prints no count; --propose puts it before the checkers
  table --variables                        what a table may be asked for by, with every category
  release                                  the tables that are proposed, and how far each is on its way out
  release show ID --by PERSON              what a checker must see: the cut, the cells with [c], and what the audits say
  release check ID --by PERSON             one of the two checks, by people other than the author
  release ID --by SUPERVISOR               audits it beside everything released before, and publishes it
  release widen local-authority --because REASON --by SUPERVISOR
                                           the signed decision to publish finer than a region; narrow takes it back
  team                                     the named list of everyone on the project: ids, roles, days, and who is in order
  team add --role R --from DAY --until DAY --trained DAY --clearance LEVEL --cleared-until DAY
                                           puts a person on it and prints the id, drawn at random, by which alone it knows them
  team change ID --trained DAY …           a new training, last day or clearance; team remove ID takes a person off the list
  counts                                   how many have answered up to yesterday, in tens
  report --out FOLDER                      the report for the Data Protection Officer, as a page and as JSON
  rules                                    a line a rule: its layers, the refusals seen, how it stands
  rule ID "STATEMENT"                      begins a new rule: its file, its test and its fixture`

const place = () => placeFromEnv(process.env, appConfig)
const [command, ...rest] = process.argv.slice(2)

const commands: Readonly<Record<string, () => Promise<number>>> = {
  status: () => status(place()),
  open: () => open(place()),
  transfer: () => transfer(place(), rest),
  backup: () => backup(place(), rest),
  restore: () => restore(place(), rest),
  geography: () => geography(place(), rest),
  close: () => close(place(), rest),
  scan: () => scan(place(), rest),
  sample: () => sample(rest, place()),
  forms: () => printForms(),
  report: () => report(place(), rest),
  disclosure: () => disclosure(rest),
  table: () => table(place(), rest),
  release: () => release(place(), rest),
  team: () => team(place(), rest),
  counts: () => counts(place()),
  rules: () => rules(place(), rest[0]),
  rule: () => newRule(rest),
  dpia: () => (rest[0] === "verify" && rest[1] ? dpiaVerify(rest[1]) : unknown("dpia takes: dpia verify FILE")),
}

const unknown = async (sentence: string): Promise<number> => {
  console.error(`${sentence}\n\n${usage}`)
  return 2
}

const chosen = command !== undefined && Object.hasOwn(commands, command) ? commands[command] : undefined
process.exitCode = await (chosen?.() ?? unknown(command ? "There is no such command." : "Name a command."))
