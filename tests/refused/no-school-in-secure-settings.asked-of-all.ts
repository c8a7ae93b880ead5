/** Refuses a school after the setting that every child is asked: it would name the unit (F08). */
import { defineForm } from "../../surveys/authoring/form.ts"
import { question } from "../../surveys/authoring/question.ts"
import { about, lawful, page, personPages, topicPages } from "./lawful-base.ts"

const [{ askedWhen, ...school }] = about.school.questions

export const form = defineForm({
  ...lawful,
  pages: [...topicPages, ...personPages, about.setting, page(question(school)), about.homePostcode, about.localCouncil],
})
