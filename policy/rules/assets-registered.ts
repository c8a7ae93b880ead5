/** Every asset that holds data is declared with owner, content, place and retention; an undeclared one is found. */
import { assets, registerFaults } from "../dpia/assets/register.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

export const assetsRegistered = defineRule({
  id: "assets-registered",
  statement: "Every store, table, extract, export and aggregate is in the register: owner, contents, place, retention.",
  source: { section: 4, quote: "all data held is registered properly in an Information Asset Register" },
  law: ["UK GDPR Art 30", "UK GDPR Art 5(1)(e)", "UK GDPR Art 5(2)"],
  enforcedBy: ["types", "test"],
  enforcedAt: ["policy/dpia/assets/define-asset.ts#defineAsset", "policy/dpia/assets/register.ts#registerFaults"],
  audit: ({ columns, schema, strayFiles }) =>
    judge({ columns, schema, strayFiles }, ({ columns, schema, strayFiles }) =>
      upheldUnless(
        [
          ...registerFaults(columns),
          ...schemaBreaches(schema, "assets-registered"),
          ...strayFiles.map((path) => `the file ${path} in DATA_DIR belongs to no asset`),
        ],
        `every column held, and every file in DATA_DIR, is declared by one of ${assets.length} assets: ${assets.map(({ id }) => id).join(", ")}`,
      ),
    ),
})
