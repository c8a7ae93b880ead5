/** Defines the 9-12 form in easy read: the same questions and answers, with one picture for each sentence. */

import { easyRead } from "./authoring/easy-read.ts"
import { defineForm } from "./authoring/form.ts"
import { aboutYouEasyRead } from "./characteristics/words-easy-read.ts"
import { form9to12 } from "./form-9-12.ts"
import { easyReadNotice9to12 } from "./privacy-information/easy-read.ts"

export const easyRead9to12 = defineForm(
  easyRead(form9to12, {
    title: "The Big Ask for ages 9 to 17, easy read",
    privacy: easyReadNotice9to12,
    questions: {
      "life-now": {
        sentences: [
          { words: "These are parts of your life.", picture: "puzzle-piece" },
          { words: "How do you feel about each one?", picture: "thought-balloon" },
        ],
        rows: {
          family: { words: "My family", picture: "family" },
          friends: { words: "My friends", picture: "friends" },
          school: { words: "My school", picture: "school" },
          places: { words: "Places to go near home", picture: "national-park" },
          health: { words: "My body and health", picture: "flexed-biceps" },
          mind: { words: "How I feel inside", picture: "inside" },
          online: { words: "My life online", picture: "mobile-phone" },
          looks: { words: "How I look", picture: "mirror" },
          needs: { words: "Having what I need", picture: "backpack" },
          choice: { words: "How much I can choose", picture: "compass" },
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
          { words: "What one change would make your life better?", picture: "sparkles" },
          { words: "You can write a little or a lot.", picture: "pencil" },
          { words: "Please do not write any names or places.", picture: "no-entry" },
        ],
      },
      hopes: {
        sentences: [
          { words: "Think about when you grow up.", picture: "potted-plant" },
          { words: "What would you like to have?", picture: "magic-wand" },
          { words: "You can pick up to five.", picture: "keycap-5" },
        ],
        options: {
          job: { words: "A job I like", picture: "briefcase" },
          money: { words: "Enough money", picture: "coin" },
          healthy: { words: "Good health", picture: "red-apple" },
          calm: { words: "To feel calm and well inside", picture: "lotus" },
          family: { words: "My own family", picture: "own-family" },
          friends: { words: "Good friends", picture: "friends" },
          home: { words: "A nice home", picture: "house-with-garden" },
          college: { words: "To go to college or university", picture: "graduation-cap" },
          skill: { words: "To be really good at something", picture: "trophy" },
          helping: { words: "To help other people", picture: "handshake" },
          safety: { words: "To live somewhere safe", picture: "shield" },
          planet: { words: "A clean, green world", picture: "seedling" },
          fairness: { words: "To be treated fairly", picture: "balance-scale" },
          say: { words: "To have my say", picture: "megaphone" },
          travel: { words: "To see the world", picture: "airplane" },
          fun: { words: "Time for fun", picture: "kite" },
        },
      },
      "better-life": {
        sentences: [
          { words: "Think about the grown-ups who look after you.", picture: "grown-ups" },
          { words: "When you grow up, will your life be better or worse?", picture: "sunrise" },
        ],
        options: {
          better: { words: "Better", picture: "up-arrow" },
          same: { words: "About the same", picture: "left-right-arrow" },
          worse: { words: "Worse", picture: "down-arrow" },
        },
      },
      "hope-most": {
        sentences: [
          { words: "What do you hope for most of all?", picture: "glowing-star" },
          { words: "It can be big or small.", picture: "balloon" },
          { words: "Please do not write any names or places.", picture: "no-entry" },
        ],
      },
      barriers: {
        sentences: [
          { words: "Some things can make life hard.", picture: "mountain" },
          { words: "Do any of these get in your way?", picture: "construction" },
          { words: "You can pick more than one.", picture: "check-mark-button" },
        ],
        options: {
          money: { words: "Not enough money at home", picture: "no-coin" },
          learning: { words: "Not enough help to learn", picture: "no-books" },
          health: { words: "My health or a disability", picture: "adhesive-bandage" },
          feelings: { words: "Feeling worried or sad", picture: "sad-child" },
          bullying: { words: "Bullying", picture: "broken-heart" },
          unfairness: { words: "People being unfair about who I am", picture: "no-balance-scale" },
          safety: { words: "Not feeling safe", picture: "no-shield" },
          places: { words: "Not much to do near home", picture: "no-playground-slide" },
          online: { words: "Bad things online", picture: "sad-mobile-phone" },
          home: { words: "Hard things at home", picture: "sad-house" },
          caring: { words: "Looking after someone in my family", picture: "mending-heart" },
          belief: { words: "Not believing in myself", picture: "thumbs-down" },
          jobs: { words: "Not enough good jobs", picture: "no-briefcase" },
          covid: { words: "What I missed because of Covid", picture: "sad-calendar" },
          listening: { words: "Grown-ups who do not listen", picture: "no-ear" },
          nothing: { words: "Nothing gets in my way", picture: "sun" },
        },
      },
      "barrier-most": {
        sentences: [
          { words: "What stops children doing what they hope to do?", picture: "stop-sign" },
          { words: "Please do not write any names or places.", picture: "no-entry" },
        ],
      },
      "world-now": {
        sentences: [
          { words: "These are parts of your world.", picture: "globe-showing-europe-africa" },
          { words: "How do you feel when you think about each one?", picture: "thought-balloon" },
        ],
        rows: {
          relationships: { words: "The people close to me", picture: "close" },
          community: { words: "The area where I live", picture: "houses" },
          environment: { words: "Nature and the planet", picture: "deciduous-tree" },
          "own-future": { words: "My own future", picture: "telescope" },
          "world-future": { words: "The future of the world", picture: "crystal-ball" },
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
          nature: { words: "Harm to animals and nature", picture: "sad-turtle" },
          war: { words: "War", picture: "no-dove" },
          illness: { words: "Illnesses like Covid", picture: "microbe" },
          poverty: { words: "People who do not have enough", picture: "no-purse" },
          homes: { words: "People with nowhere to live", picture: "no-house" },
          jobs: { words: "Not enough jobs", picture: "no-briefcase" },
          unfairness: { words: "People being treated unfairly", picture: "sad-balance-scale" },
          crime: { words: "Crime", picture: "police-car-light" },
          online: { words: "Not being safe online", picture: "sad-laptop" },
          loneliness: { words: "People being lonely", picture: "lonely" },
          leaders: { words: "How the country is run", picture: "ballot-box-with-ballot" },
          nothing: { words: "I do not worry about these", picture: "rainbow" },
        },
      },
      age: {
        sentences: [{ words: "How old are you?", picture: "birthday-cake" }],
        options: {
          "9": { words: "9 years old", picture: "age-9" },
          "10": { words: "10 years old", picture: "age-10" },
          "11": { words: "11 years old", picture: "age-11" },
          "12": { words: "12 years old", picture: "age-12" },
          "13": { words: "13 years old", picture: "age-13" },
          "14": { words: "14 years old", picture: "age-14" },
          "15": { words: "15 years old", picture: "age-15" },
          "16": { words: "16 years old", picture: "age-16" },
          "17": { words: "17 years old", picture: "age-17" },
        },
      },
      ...aboutYouEasyRead,
    },
  }),
)
