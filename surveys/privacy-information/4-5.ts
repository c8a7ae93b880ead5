/** Gives the privacy information for a child of 4 or 5, and for their parent or carer, before question 1. */
import { earlyYearsNotice, parentNotice } from "./notice.ts"

export const notice4to5 = earlyYearsNotice(
  { version: "4-5 child version 1", title: "Before we start" },
  {
    subjects: "We ask what you like to do.",
    "no-names": "We do not ask for your name.",
    "leave-out": "You do not need to write.",
    "who-asks": "The Children's Commissioner wants to know. They speak up for children.",
    "the-law": "It is their job. The law says so.",
    "the-use": "You can help make things better.",
    "only-use": "We use it just for this work.",
    team: "A few people will look at it.",
    company: "Others help us with the website. They must follow our rules.",
    computers: "It is kept safe on computers.",
    together: "We add up what lots of children say. We only show that.",
    helper: "Your grown-up can see what you tap.",
    "two-years": "We keep it for two years.",
    checked: "Then we see if we need it. If not, we destroy it.",
    stop: "You can stop when you like.",
    "nothing-kept": "If you stop now, we keep nothing.",
    choice: "You do not have to do this.",
    skip: "You can skip a question. You can pick “I don't want to say”.",
    "no-harm": "That is always fine.",
    "not-known": "We will not know which is yours.",
    "not-returned": "So we can't give it back.",
    unhappy: "Not happy? Your grown-up can tell us.",
    watchdog: "Someone checks on us too. They can help.",
  },
)

export const noticeForParents = parentNotice(
  { version: "4-5 parent version 1", title: "For the parent or carer: before you start" },
  {
    subjects: "We ask you what will matter for your child's future. Then we ask your child what they like to do.",
    "no-names": "We do not ask for your name, your child's name, or how to contact you.",
    "leave-out": "Please leave names and places out of anything you write.",
    "young-child": "Your child only taps pictures. We ask nothing about who they are.",
    "who-asks":
      "The Children's Commissioner for England is asking. The Commissioner is the controller, who answers for how this information is used.",
    "the-law":
      "The Children Act 2004 gives the Commissioner the task of standing up for children's rights, views and interests. Asking children and families is part of it.",
    "the-use": "Your answers help to show the government what needs to change for children.",
    "only-use": "We use them for one piece of work, called the Childhood Commission.",
    "lawful-basis": "Our lawful basis is public task: Article 6(1)(e) of the UK GDPR.",
    team: "A small, trained team at the Children's Commissioner reads the answers.",
    company:
      "A company helps to run this website. It must follow our rules, and delete what it holds when the survey ends.",
    computers: "The answers are kept on secure computers run by the Department for Education.",
    together: "We publish only totals. We check them so that no child or family can be picked out.",
    helper: "If someone helps you, they may see your answers.",
    "two-years": "We keep the answers for two years.",
    checked: "Then we review whether we still need them. If we do not, they are securely destroyed.",
    stop: "You and your child can stop at any time.",
    "nothing-kept": "If you stop before you send your answers, nothing is kept.",
    choice: "You do not have to take part. It is up to you, and up to your child.",
    skip: "Each of you can skip any question, or choose “I don't want to say”.",
    "no-harm": "It will not affect your child's school place, or any care or support you get.",
    rights:
      "The law gives you rights over information about you. You can ask to see it, correct it, delete it or limit its use, and you can object.",
    "not-known": "We will not know which answers are yours, or your child's.",
    "not-returned": "So once they are sent, we cannot find them to show, correct or delete them.",
    unhappy:
      "You can complain to the Children's Commissioner or ask its data protection officer. Within 30 days we must tell you that we have your complaint.",
    watchdog: "You can also complain to the UK's data protection regulator.",
  },
)
