/** One of the four subjects is not asked about. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, personPages, placePages, topicPages } from "./lawful-base.ts"

const [, ...topics] = topicPages

export const form = defineForm({ ...lawful, pages: [...topics, ...personPages, about.setting, ...placePages] })
