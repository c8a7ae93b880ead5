/** Compiles: what the fixtures are refused for is the breach in each, not the base they share. */
import { defineForm } from "../../surveys/form.ts"
import { lawful, lawfulEarlyYears } from "./lawful-base.ts"

export const forms = [defineForm(lawful), defineForm(lawfulEarlyYears)]
