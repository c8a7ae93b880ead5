/** Orders the files of a run: those that take longest come first, and the rest as Vitest would have them. */
import { BaseSequencer, type TestSpecification } from "vitest/node"
import { longFiles } from "./groups.ts"

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longFiles.findIndex((file) => moduleId.replaceAll("\\", "/").endsWith(file))
  return place < 0 ? longFiles.length : place
}

export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
