/** Refuses a form without one of the four topics. */
import { defineForm } from "../../surveys/authoring/form.ts"
import { about, lawful, personPages, placePages, topicPages } from "./lawful-base.ts"

const [, ...topics] = topicPages

export const form = defineForm({ ...lawful, pages: [...topics, ...personPages, about.setting, ...placePages] })
