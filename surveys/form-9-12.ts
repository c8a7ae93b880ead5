/** The form for children of 9 to 12; its wording stands in for that of 2021. */
import { optOutWords as optOut } from "../policy/data/answer.ts"
import { agesOf } from "../policy/data/form-scope.ts"
import { publicTask } from "../policy/data/lawful-basis.ts"
import { revealsHealth } from "./characteristics/condition.ts"
import { words9to12 } from "./characteristics/words-9-12.ts"
import { aboutYou } from "./characteristics.ts"
import { faces } from "./faces.ts"
import { defineForm } from "./form.ts"
import { notice9to12 } from "./privacy-information/9-12.ts"

export const form9to12 = defineForm({
  id: "9-12",
  title: "The Big Ask for ages 9 to 12",
  ages: agesOf["9-12"],
  purpose: "childhood-commission",
  basis: publicTask,
  privacy: { child: notice9to12 },
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
            { key: "family", words: "My family", picture: "people-hugging" },
            { key: "friends", words: "My friends", picture: "busts-in-silhouette" },
            { key: "school", words: "My school", picture: "school" },
            { key: "places", words: "Places to go near my home", picture: "national-park" },
            { key: "health", words: "My health", picture: "red-apple", ...revealsHealth },
            { key: "mind", words: "How I feel inside", picture: "thought-balloon", ...revealsHealth },
            { key: "online", words: "My life online", picture: "mobile-phone" },
            { key: "looks", words: "How I look", picture: "mirror" },
            { key: "needs", words: "Having the things I need", picture: "backpack" },
            { key: "choice", words: "How much choice I have", picture: "compass" },
            { key: "whole", words: "My life as a whole", picture: "star" },
          ],
          options: faces,
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
          ask: "What one change would make your life better?",
          hint: "Write as much or as little as you like. Please leave out names and places.",
          upTo: 600,
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
          ask: "Think about when you grow up. What would you like to have?",
          hint: "Choose up to five.",
          options: [
            { key: "job", words: "A job I like", picture: "briefcase" },
            { key: "money", words: "Enough money", picture: "coin" },
            { key: "healthy", words: "Good health", picture: "red-apple" },
            { key: "calm", words: "Feeling calm and well inside", picture: "lotus" },
            { key: "family", words: "A family of my own", picture: "people-hugging" },
            { key: "friends", words: "Good friends", picture: "busts-in-silhouette" },
            { key: "home", words: "A nice home", picture: "house-with-garden" },
            { key: "college", words: "A place at college or university", picture: "graduation-cap" },
            { key: "skill", words: "Something I am really good at", picture: "trophy" },
            { key: "helping", words: "A way to help other people", picture: "handshake" },
            { key: "safety", words: "A safe place to live", picture: "shield" },
            { key: "planet", words: "A clean, green planet", picture: "seedling" },
            { key: "fairness", words: "Being treated fairly", picture: "balance-scale" },
            { key: "say", words: "A say in things that matter", picture: "megaphone" },
            { key: "travel", words: "Trips to see the world", picture: "airplane" },
            { key: "fun", words: "Time for fun and hobbies", picture: "kite" },
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
          ask: "Think about the grown-ups who look after you. How good will your life be next to theirs?",
          options: [
            { key: "better", words: "Better than theirs", picture: "up-arrow" },
            { key: "same", words: "About the same", picture: "left-right-arrow" },
            { key: "worse", words: "Not as good as theirs", picture: "down-arrow" },
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
          ask: "What do you hope for most of all?",
          hint: "It can be big or small. Please leave out names and places.",
          upTo: 600,
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
          ask: "Do any of these make it harder to get what you hope for?",
          hint: "Choose all that are true for you.",
          options: [
            { key: "money", words: "Not enough money at home", picture: "coin" },
            { key: "learning", words: "Not enough help to learn", picture: "books" },
            { key: "health", words: "My health or a disability", picture: "stethoscope", ...revealsHealth },
            { key: "feelings", words: "Feeling worried or sad", picture: "cloud-with-rain", ...revealsHealth },
            { key: "bullying", words: "Bullying", picture: "broken-heart" },
            { key: "unfairness", words: "People being unfair because of who I am", picture: "balance-scale" },
            { key: "safety", words: "Not feeling safe", picture: "shield" },
            { key: "places", words: "Not enough to do near my home", picture: "playground-slide" },
            { key: "online", words: "Bad things online", picture: "mobile-phone" },
            { key: "home", words: "Things that are hard at home", picture: "house" },
            { key: "caring", words: "Looking after someone in my family", picture: "handshake" },
            { key: "belief", words: "Not believing in myself", picture: "thought-balloon" },
            { key: "jobs", words: "Not enough good jobs", picture: "briefcase" },
            { key: "covid", words: "What I missed because of Covid", picture: "microbe" },
            { key: "listening", words: "Grown-ups not listening", picture: "ear" },
            { key: "nothing", words: "Nothing gets in my way", picture: "sun" },
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
          ask: "What stops children from doing what they hope to do?",
          hint: "Tell us in your own words. Please leave out names and places.",
          upTo: 600,
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
            { key: "relationships", words: "The people close to me", picture: "people-hugging" },
            { key: "community", words: "The area where I live", picture: "houses" },
            { key: "environment", words: "Nature and the planet", picture: "deciduous-tree" },
            { key: "own-future", words: "My own future", picture: "rocket" },
            { key: "world-future", words: "The future of the world", picture: "globe-showing-europe-africa" },
          ],
          options: faces,
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
          ask: "Do you worry about any of these things in the world?",
          hint: "Choose up to five.",
          options: [
            { key: "climate", words: "The climate getting hotter", picture: "thermometer" },
            { key: "nature", words: "Harm to animals and nature", picture: "turtle" },
            { key: "war", words: "War", picture: "dove" },
            { key: "illness", words: "Illnesses that spread, like Covid", picture: "microbe" },
            { key: "poverty", words: "People who do not have enough", picture: "coin" },
            { key: "homes", words: "People with nowhere to live", picture: "house" },
            { key: "jobs", words: "Not enough jobs", picture: "briefcase" },
            { key: "unfairness", words: "People being treated unfairly", picture: "balance-scale" },
            { key: "crime", words: "Crime", picture: "warning" },
            { key: "online", words: "Not being safe online", picture: "laptop" },
            { key: "loneliness", words: "People being lonely", picture: "bust-in-silhouette" },
            { key: "leaders", words: "How the country is run", picture: "classical-building" },
            { key: "nothing", words: "I do not worry about these", picture: "sun" },
          ],
          upTo: 5,
          dontKnow: "I don't know",
          optOut,
        },
      ],
    },
    ...aboutYou(agesOf["9-12"], words9to12),
  ],
})
