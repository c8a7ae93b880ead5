/** Compiles: each fixture is refused for its own breach, and not for the forms that they share. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { lawful, lawfulEarlyYears } from "./lawful-base.ts"

export const forms = [defineForm(lawful), defineForm(lawfulEarlyYears)]
