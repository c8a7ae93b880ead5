/** The form for young people of 13 to 17; its wording stands in for that of 2021. */
import { optOutWords as optOut } from "../policy/data/answer.ts"
import { agesOf } from "../policy/data/form-scope.ts"
import { publicTask } from "../policy/data/lawful-basis.ts"
import { revealsHealth } from "./characteristics/condition.ts"
import { words13to17 } from "./characteristics/words-13-17.ts"
import { aboutYou } from "./characteristics.ts"
import { defineForm } from "./form.ts"
import { notice13to17 } from "./privacy-information/13-17.ts"

const feelings = [
  { key: "very-happy", words: "Very happy" },
  { key: "happy", words: "Happy" },
  { key: "okay", words: "Okay" },
  { key: "unhappy", words: "Unhappy" },
  { key: "very-unhappy", words: "Very unhappy" },
] as const

export const form13to17 = defineForm({
  id: "13-17",
  title: "The Big Ask for ages 13 to 17",
  ages: agesOf["13-17"],
  purpose: "childhood-commission",
  basis: publicTask,
  privacy: { child: notice13to17 },
  sections: [
    { key: "life", title: "Your life now" },
    { key: "hopes", title: "Your hopes" },
    { key: "barriers", title: "What gets in the way" },
    { key: "world", title: "Your world" },
    { key: "about-you", title: "About you" },
  ],
  pages: [
    {
      section: "life",
      questions: [
        {
          key: "life-now",
          kind: "grid",
          topic: "life-now",
          category: "opinion",
          ask: "How do you feel about each part of your life?",
          rows: [
            { key: "family", words: "My family" },
            { key: "friends", words: "My friends" },
            { key: "school", words: "School, college or work" },
            { key: "places", words: "Places to go near home" },
            { key: "health", words: "My physical health", ...revealsHealth },
            { key: "mind", words: "My mental health", ...revealsHealth },
            { key: "online", words: "My life online" },
            { key: "looks", words: "How I look" },
            { key: "needs", words: "Having the things I need" },
            { key: "choice", words: "How much choice I have in my life" },
            { key: "whole", words: "My life as a whole" },
          ],
          options: feelings,
          optOut,
        },
      ],
    },
    {
      section: "life",
      questions: [
        {
          key: "life-change",
          kind: "text",
          topic: "life-now",
          category: "free-text",
          ask: "What one change would make your life better now?",
          hint: "Write as much or as little as you like. Please leave out names and places.",
          upTo: 1000,
          optOut,
        },
      ],
    },
    {
      section: "hopes",
      questions: [
        {
          key: "hopes",
          kind: "choices",
          topic: "hopes",
          category: "opinion",
          ask: "Think about your life as an adult. What matters most to you?",
          hint: "Choose up to five.",
          options: [
            { key: "job", words: "A job I enjoy" },
            { key: "money", words: "Enough money to live well" },
            { key: "healthy", words: "Good physical health" },
            { key: "calm", words: "Good mental health" },
            { key: "family", words: "A family of my own" },
            { key: "friends", words: "Good friends" },
            { key: "home", words: "A home I can afford" },
            { key: "college", words: "College, university or an apprenticeship" },
            { key: "skill", words: "Being really good at something" },
            { key: "helping", words: "Making a difference to other people" },
            { key: "safety", words: "Living somewhere safe" },
            { key: "planet", words: "A healthy planet" },
            { key: "fairness", words: "Being treated fairly" },
            { key: "say", words: "A say in decisions that matter" },
            { key: "travel", words: "Seeing the world" },
            { key: "fun", words: "Time for the things I love" },
          ],
          upTo: 5,
          dontKnow: "I don't know",
          optOut,
        },
      ],
    },
    {
      section: "hopes",
      questions: [
        {
          key: "better-life",
          kind: "choice",
          topic: "hopes",
          category: "opinion",
          ask: "Think about the adults who brought you up. How will your life compare with theirs?",
          options: [
            { key: "much-better", words: "Much better than theirs" },
            { key: "better", words: "A bit better" },
            { key: "same", words: "About the same" },
            { key: "worse", words: "Not quite as good" },
            { key: "much-worse", words: "Not nearly as good as theirs" },
          ],
          dontKnow: "I don't know",
          optOut,
        },
      ],
    },
    {
      section: "hopes",
      questions: [
        {
          key: "hope-most",
          kind: "text",
          topic: "hopes",
          category: "free-text",
          ask: "What do you hope for most, and what would help you get there?",
          hint: "It can be big or small. Please leave out names and places.",
          upTo: 1000,
          optOut,
        },
      ],
    },
    {
      section: "barriers",
      questions: [
        {
          key: "barriers",
          kind: "choices",
          topic: "barriers",
          category: "opinion",
          ask: "Do any of these make it harder for you to get what you hope for?",
          hint: "Choose all that apply to you.",
          options: [
            { key: "money", words: "Not enough money at home" },
            { key: "learning", words: "Not enough help with learning, or too much pressure" },
            { key: "health", words: "My physical health or a disability", ...revealsHealth },
            { key: "feelings", words: "My mental health", ...revealsHealth },
            { key: "bullying", words: "Bullying" },
            { key: "unfairness", words: "Being treated unfairly because of who I am" },
            { key: "safety", words: "Not feeling safe where I live" },
            { key: "places", words: "Not enough to do near home" },
            { key: "online", words: "Pressure or harm online" },
            { key: "home", words: "Things that are hard at home" },
            { key: "caring", words: "Caring for someone in my family" },
            { key: "belief", words: "Not believing in myself" },
            { key: "jobs", words: "Not enough good jobs or training" },
            { key: "covid", words: "What I missed because of Covid" },
            { key: "listening", words: "Adults not listening" },
            { key: "nothing", words: "Nothing gets in my way" },
          ],
          upTo: 16,
          dontKnow: "I don't know",
          optOut,
        },
      ],
    },
    {
      section: "barriers",
      questions: [
        {
          key: "barrier-most",
          kind: "text",
          topic: "barriers",
          category: "free-text",
          ask: "What stops young people from achieving what they want in life?",
          hint: "Tell us in your own words. Please leave out names and places.",
          upTo: 1000,
          optOut,
        },
      ],
    },
    {
      section: "world",
      questions: [
        {
          key: "world-now",
          kind: "grid",
          topic: "world-and-future",
          category: "opinion",
          ask: "How do you feel about the world around you?",
          rows: [
            { key: "relationships", words: "The people close to me" },
            { key: "community", words: "The community I live in" },
            { key: "environment", words: "Nature and the environment" },
            { key: "own-future", words: "My own future" },
            { key: "world-future", words: "The future of the world" },
          ],
          options: feelings,
          optOut,
        },
      ],
    },
    {
      section: "world",
      questions: [
        {
          key: "worries",
          kind: "choices",
          topic: "world-and-future",
          category: "opinion",
          ask: "Thinking about the future, do any of these worry you?",
          hint: "Choose up to five.",
          options: [
            { key: "climate", words: "Climate change" },
            { key: "nature", words: "Harm to animals and nature" },
            { key: "war", words: "War and conflict" },
            { key: "illness", words: "Another pandemic, like Covid" },
            { key: "poverty", words: "Poverty" },
            { key: "homes", words: "Homes that cost too much" },
            { key: "jobs", words: "Jobs and the economy" },
            { key: "unfairness", words: "Racism and other unfair treatment" },
            { key: "crime", words: "Crime and violence" },
            { key: "online", words: "Harm online" },
            { key: "loneliness", words: "Loneliness" },
            { key: "leaders", words: "How the country is run" },
            { key: "technology", words: "How fast technology is changing" },
            { key: "nothing", words: "None of these worry me" },
          ],
          upTo: 5,
          dontKnow: "I don't know",
          optOut,
        },
      ],
    },
    {
      section: "world",
      questions: [
        {
          key: "world-most",
          kind: "text",
          topic: "world-and-future",
          category: "free-text",
          ask: "What would you say to the people who make decisions about the future?",
          hint: "They want to hear it in your own words. Please leave out names and places.",
          upTo: 1000,
          optOut,
        },
      ],
    },
    ...aboutYou(agesOf["13-17"], words13to17),
  ],
})
