/** The whole place before the setting: both rules are named. */
import { defineForm } from "../../surveys/form.ts"
import { about, lawful, personPages, placePages, topicPages } from "./lawful-base.ts"

export const form = defineForm({ ...lawful, pages: [...topicPages, ...placePages, ...personPages, about.setting] })
