/** Defines the form for children of 6 to 8, who may fill it in with a teacher. This wording is a placeholder for that of 2021. */
import { optOutWords as optOut } from "../policy/data/answer.ts"
import { agesOf } from "../policy/data/form-scope.ts"
import { publicTask } from "../policy/data/lawful-basis.ts"
import { defineForm } from "./authoring/form.ts"
import { question } from "./authoring/question.ts"
import { aboutYou6to8 } from "./characteristics/about-you-6-8.ts"
import { revealsHealth } from "./characteristics/condition.ts"
import { words6to8 } from "./characteristics/words-6-8.ts"
import { faces } from "./faces.ts"
import { notice6to8 } from "./privacy-information/6-8.ts"

export const form6to8 = defineForm({
  id: "6-8",
  title: "The Big Ask for ages 6 to 8",
  ages: agesOf["6-8"],
  purpose: "childhood-commission",
  basis: publicTask,
  privacy: { child: notice6to8 },
  sections: [
    { key: "life", title: "Your life now" },
    { key: "hopes", title: "When you grow up" },
    { key: "barriers", title: "What is hard" },
    { key: "world", title: "Your world" },
    { key: "about-you", title: "About you" },
  ],
  pages: [
    {
      section: "life",
      questions: [
        question({
          key: "life-now",
          kind: "grid",
          topic: "life-now",
          category: "opinion",
          ask: "How do you feel about these things?",
          picture: "sun-behind-small-cloud",
          rows: [
            { key: "family", words: "My family", picture: "family" },
            { key: "friends", words: "My friends", picture: "friends" },
            { key: "school", words: "My school", picture: "school" },
            { key: "places", words: "Places to play", picture: "playground-slide" },
            { key: "health", words: "How well my body feels", picture: "flexed-biceps", ...revealsHealth },
            { key: "mind", words: "How I feel inside", picture: "inside", ...revealsHealth },
            { key: "whole", words: "Everything in my life", picture: "star" },
          ],
          options: faces,
          optOut,
        }),
      ],
    },
    {
      section: "life",
      questions: [
        question({
          key: "life-change",
          kind: "text",
          topic: "life-now",
          category: "free-text",
          ask: "What would make your life better?",
          picture: "sparkles",
          hint: "You can write a little or a lot. Please leave out names and places.",
          upTo: 400,
          optOut,
        }),
      ],
    },
    {
      section: "hopes",
      questions: [
        question({
          key: "hopes",
          kind: "choices",
          topic: "hopes",
          category: "opinion",
          ask: "What do you want when you grow up?",
          picture: "rocket",
          hint: "You can pick up to five.",
          options: [
            { key: "job", words: "A job I like", picture: "hammer-and-wrench" },
            { key: "money", words: "Enough money", picture: "coin" },
            { key: "healthy", words: "To be well", picture: "red-apple" },
            { key: "family", words: "A family of my own", picture: "own-family" },
            { key: "friends", words: "Good friends", picture: "friends" },
            { key: "home", words: "A nice home", picture: "house-with-garden" },
            { key: "skill", words: "To be good at something", picture: "trophy" },
            { key: "helping", words: "To help people", picture: "handshake" },
            { key: "safety", words: "To be safe", picture: "shield" },
            { key: "planet", words: "A clean, green world", picture: "seedling" },
            { key: "travel", words: "To see the world", picture: "airplane" },
            { key: "fun", words: "Time to have fun", picture: "kite" },
          ],
          upTo: 5,
          dontKnow: "I don't know",
          optOut,
        }),
      ],
    },
    {
      section: "hopes",
      questions: [
        question({
          key: "better-life",
          kind: "choice",
          topic: "hopes",
          category: "opinion",
          ask: "Think of the grown-ups who look after you. Will your life be as good as theirs?",
          picture: "sunrise",
          options: [
            { key: "better", words: "Better", picture: "up-arrow" },
            { key: "same", words: "The same", picture: "left-right-arrow" },
            { key: "worse", words: "Worse", picture: "down-arrow" },
          ],
          dontKnow: "I don't know",
          optOut,
        }),
      ],
    },
    {
      section: "barriers",
      questions: [
        question({
          key: "barriers",
          kind: "choices",
          topic: "barriers",
          category: "opinion",
          ask: "Do any of these make things hard for you?",
          picture: "mountain",
          hint: "Pick each one that is true.",
          options: [
            { key: "money", words: "Not enough money at home", picture: "no-coin" },
            { key: "learning", words: "School work is hard", picture: "sad-books" },
            { key: "health", words: "Not feeling well", picture: "adhesive-bandage", ...revealsHealth },
            { key: "feelings", words: "Feeling sad or worried", picture: "sad-child", ...revealsHealth },
            { key: "bullying", words: "Children who are not kind", picture: "broken-heart" },
            { key: "safety", words: "Not feeling safe", picture: "no-shield" },
            { key: "places", words: "Nowhere to play", picture: "no-playground-slide" },
            { key: "home", words: "Things at home", picture: "sad-house" },
            { key: "listening", words: "Grown-ups who do not listen", picture: "no-ear" },
            { key: "nothing", words: "No, nothing", picture: "sun", alone: true },
          ],
          upTo: 10,
          dontKnow: "I don't know",
          optOut,
        }),
      ],
    },
    {
      section: "barriers",
      questions: [
        question({
          key: "barrier-most",
          kind: "text",
          topic: "barriers",
          category: "free-text",
          ask: "What stops children from doing what they want to do?",
          picture: "construction",
          hint: "You can write a little or a lot. Please leave out names and places.",
          upTo: 400,
          optOut,
        }),
      ],
    },
    {
      section: "world",
      questions: [
        question({
          key: "world-now",
          kind: "grid",
          topic: "world-and-future",
          category: "opinion",
          ask: "How do you feel when you think of these?",
          picture: "globe-showing-europe-africa",
          rows: [
            { key: "relationships", words: "The people close to me", picture: "close" },
            { key: "community", words: "The streets and parks near me", picture: "houses" },
            { key: "environment", words: "Trees, animals and the sea", picture: "deciduous-tree" },
            { key: "world-future", words: "The world when I grow up", picture: "crystal-ball" },
          ],
          options: faces,
          optOut,
        }),
      ],
    },
    {
      section: "world",
      questions: [
        question({
          key: "worries",
          kind: "choices",
          topic: "world-and-future",
          category: "opinion",
          ask: "Do you worry about any of these?",
          picture: "cloud-with-rain",
          hint: "You can pick up to five.",
          options: [
            { key: "climate", words: "The world getting too hot", picture: "thermometer" },
            { key: "nature", words: "Animals getting hurt", picture: "sad-turtle" },
            { key: "war", words: "War", picture: "no-dove" },
            { key: "illness", words: "People getting sick", picture: "microbe" },
            { key: "poverty", words: "People with no money", picture: "no-purse" },
            { key: "homes", words: "People with no home", picture: "no-house" },
            { key: "unfairness", words: "People who are not fair", picture: "sad-balance-scale" },
            { key: "online", words: "Bad things on a phone or screen", picture: "sad-mobile-phone" },
            { key: "loneliness", words: "People with no friends", picture: "lonely" },
            { key: "nothing", words: "No, I do not worry", picture: "rainbow", alone: true },
          ],
          upTo: 5,
          dontKnow: "I don't know",
          optOut,
        }),
      ],
    },
    ...aboutYou6to8(agesOf["6-8"], words6to8),
  ],
})
