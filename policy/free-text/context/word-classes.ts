/** Groups words by the part that they play around a name, and reads the spellings of children. */

const classes: Readonly<Record<string, string>> = {
  kin: "mum mom mummy mam dad daddy brother brothers sister sisters nan nana nanny gran granny grandma grandad grandpa grandfather grandmother uncle auntie aunty aunt cousin cousins stepdad stepmum stepbrother stepsister stepson twin niece nephew bro sis son daughter baby husband wife parents",
  friend:
    "friend friends bestie besties bestfriend mate mates bff pal pals girlfriend boyfriend crush neighbour neighbours classmate partner ex buddy gf bf",
  role: "teacher headteacher head headmaster headmistress tutor carer ta coach doctor nurse dentist counsellor therapist vicar imam senco childminder mentor caretaker principal keyworker worker",
  title:
    "mr mrs ms miss mister missus dr doctor sir uncle auntie aunty aunt nan nanny grandad grandma grandpa coach father pastor pc prof professor rev reverend",
  pet: "dog cat horse pony hamster rabbit guinea bunny puppy kitten pet fish budgie",
  naming: "called named name names nickname nicknamed surname",
  be: "is was are were be been isnt wasnt am",
  have: "has had have hasnt got gets",
  harm: "hits hit punched punch kicks kicked bullies bullied pushed slapped hurt hurts threatened teases teased shouts shouted swore scares pushes punches spat tripped chased followed ignores annoys hates smells stole broke",
  speak:
    "says tells thinks think asked asks wants likes loves keeps makes made lets let doesnt didnt wont cant never always will can could helps helped",
  feel: "love loves like likes hate hates miss misses fancy trust remember know knows want see tell ask help marry met meet liked loved thank",
  subject: "i he she they we it you who u im ive hes shes",
  object: "me him her them us everyone everybody",
  owner: "my our his her their your mi mine",
  article: "the a an this that these those some any every no more less another each all",
  place: "in at near from to around",
  with: "with and n by for about of except like",
  live: "live lives living lived stay stays moved move born liv livd",
  go: "go goes went going attend attends attended start started joined left",
  school:
    "school primary academy college secondary infants juniors infant junior grammar comprehensive comp sixth nursery preschool high",
  street: "road rd street st lane ln avenue ave close drive crescent gardens grove terrace court",
  close: "from love regards sincerely faithfully wishes signed xx x xxx",
  greet: "hi hello hey dear hiya bye sorry thanks",
  joining: "and because so but cos coz cuz when if then or that since after",
}

const byWord = new Map<string, string>(["said", "told"].map((word) => [word, "speak"] as const))
for (const [name, words] of Object.entries(classes))
  for (const word of words.split(" ")) if (!byWord.has(word)) byWord.set(word, name)

/** The class of a word, or an empty text. */
export const classOf = (word: string | undefined): string => (word === undefined ? "^" : (byWord.get(word) ?? ""))

const spellings =
  "freind friend|frend friend|friand friend|frind friend|frends friends|freinds friends|skool school|scool school|schol school|shcool school|nam name|naem name|nme name|calld called|caled called|cald called|colled called|techer teacher|teecher teacher|teacer teacher|bruver brother|brovver brother|bruther brother|brova brother|sistr sister|sita sister|sistah sister|muma mum|mumy mummy|liv live|livs lives|miy my|mi my|becuase because|becos because|becoz because|becouse because|coz because|cos because|cuz because|wiv with|wif with|dat that|da the|teh the|hte the|ther there|thay they|sed says|sez says|hitts hits|hites hits|bulys bullies|bullys bullies|bullyd bullied|bullyed bullied|buly bully|mster mister|iam im"
const corrected: ReadonlyMap<string, string> = new Map(
  spellings.split("|").map((pair) => {
    const [wrong = "", right = ""] = pair.split(" ")
    return [wrong, right] as const
  }),
)

/** The word that a child meant by a common slip. */
export const spelling = (word: string): string => corrected.get(word) ?? word
