/** Defines the 6-8 form in easy read: the same questions and answers, with one picture for each sentence. */

import { easyRead } from "./authoring/easy-read.ts"
import { defineForm } from "./authoring/form.ts"
import { aboutYouEasyRead6to8 } from "./characteristics/words-easy-read.ts"
import { form6to8 } from "./form-6-8.ts"
import { easyReadNotice6to8 } from "./privacy-information/easy-read.ts"

export const easyRead6to8 = defineForm(
  easyRead(form6to8, {
    title: "The Big Ask for ages 6 to 8, easy read",
    privacy: easyReadNotice6to8,
    questions: {
      "life-now": {
        sentences: [
          { words: "These are parts of your life.", picture: "puzzle-piece" },
          { words: "How do you feel about them?", picture: "thought-balloon" },
        ],
        rows: {
          family: { words: "My family", picture: "family" },
          friends: { words: "My friends", picture: "friends" },
          school: { words: "My school", picture: "school" },
          places: { words: "Places to play", picture: "playground-slide" },
          health: { words: "My body", picture: "flexed-biceps" },
          mind: { words: "My feelings", picture: "inside" },
          whole: { words: "Everything in my life", picture: "star" },
        },
        options: {
          happy: { words: "Happy", picture: "face-happy" },
          okay: { words: "Okay", picture: "face-okay" },
          "not-happy": { words: "Not happy", picture: "face-not-happy" },
        },
      },
      "life-change": {
        sentences: [
          { words: "What would make your life better?", picture: "sparkles" },
          { words: "You can write a little or a lot.", picture: "pencil" },
          { words: "Please do not write any names or places.", picture: "no-entry" },
        ],
      },
      hopes: {
        sentences: [
          { words: "Think of when you grow up.", picture: "potted-plant" },
          { words: "What do you want?", picture: "magic-wand" },
          { words: "You can pick up to five.", picture: "keycap-5" },
        ],
        options: {
          job: { words: "A job I like", picture: "hammer-and-wrench" },
          money: { words: "Enough money", picture: "coin" },
          healthy: { words: "To be well", picture: "red-apple" },
          family: { words: "A family", picture: "own-family" },
          friends: { words: "Good friends", picture: "friends" },
          home: { words: "A nice home", picture: "house-with-garden" },
          skill: { words: "To be good at something", picture: "trophy" },
          helping: { words: "To help people", picture: "handshake" },
          safety: { words: "To be safe", picture: "shield" },
          planet: { words: "A clean world", picture: "seedling" },
          travel: { words: "To see the world", picture: "airplane" },
          fun: { words: "Time for fun", picture: "kite" },
        },
      },
      "better-life": {
        sentences: [
          { words: "Think of the grown-ups who look after you.", picture: "grown-ups" },
          { words: "When you grow up, will your life be as good as theirs?", picture: "sunrise" },
        ],
        options: {
          better: { words: "Better", picture: "up-arrow" },
          same: { words: "The same", picture: "left-right-arrow" },
          worse: { words: "Worse", picture: "down-arrow" },
        },
      },
      barriers: {
        sentences: [
          { words: "Do any of these make things hard for you?", picture: "mountain" },
          { words: "You can pick more than one.", picture: "check-mark-button" },
        ],
        options: {
          money: { words: "Not enough money", picture: "no-coin" },
          learning: { words: "School work", picture: "sad-books" },
          health: { words: "Not feeling well", picture: "adhesive-bandage" },
          feelings: { words: "Feeling sad or worried", picture: "sad-child" },
          bullying: { words: "Children who are not kind", picture: "broken-heart" },
          safety: { words: "Not feeling safe", picture: "no-shield" },
          places: { words: "No place to play", picture: "no-playground-slide" },
          home: { words: "Things at home", picture: "sad-house" },
          listening: { words: "Grown-ups who do not listen", picture: "no-ear" },
          nothing: { words: "No, nothing", picture: "sun" },
        },
      },
      "barrier-most": {
        sentences: [
          { words: "What stops children doing what they want?", picture: "stop-sign" },
          { words: "Please do not write any names or places.", picture: "no-entry" },
        ],
      },
      "world-now": {
        sentences: [
          { words: "These are parts of your world.", picture: "globe-showing-europe-africa" },
          { words: "How do you feel when you think of them?", picture: "thought-balloon" },
        ],
        rows: {
          relationships: { words: "People close to me", picture: "close" },
          community: { words: "Streets and parks near me", picture: "houses" },
          environment: { words: "Trees, animals and the sea", picture: "deciduous-tree" },
          "world-future": { words: "The world when I grow up", picture: "crystal-ball" },
        },
        options: {
          happy: { words: "Happy", picture: "face-happy" },
          okay: { words: "Okay", picture: "face-okay" },
          "not-happy": { words: "Not happy", picture: "face-not-happy" },
        },
      },
      worries: {
        sentences: [
          { words: "Do you worry about any of these?", picture: "cloud-with-rain" },
          { words: "You can pick up to five.", picture: "keycap-5" },
        ],
        options: {
          climate: { words: "The world getting too hot", picture: "thermometer" },
          nature: { words: "Animals getting hurt", picture: "sad-turtle" },
          war: { words: "War", picture: "no-dove" },
          illness: { words: "People getting sick", picture: "microbe" },
          poverty: { words: "People with no money", picture: "no-purse" },
          homes: { words: "People with no home", picture: "no-house" },
          unfairness: { words: "People who are not fair", picture: "sad-balance-scale" },
          online: { words: "Bad things on a phone", picture: "sad-mobile-phone" },
          loneliness: { words: "People with no friends", picture: "lonely" },
          nothing: { words: "No, I do not worry", picture: "rainbow" },
        },
      },
      age: {
        sentences: [{ words: "How old are you?", picture: "birthday-cake" }],
        options: {
          "6": { words: "6 years old", picture: "age-6" },
          "7": { words: "7 years old", picture: "age-7" },
          "8": { words: "8 years old", picture: "age-8" },
        },
      },
      ...aboutYouEasyRead6to8,
    },
  }),
)
