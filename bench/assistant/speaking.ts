import { nothing, talk } from "./kit";

/** The ways people speak: slang, courtesies, subjects left out, no punctuation, what a recogniser of speech writes. */
export const speaking = [
  talk("gonna need to grab some dog food on {4}", { added: [{ title: "Grab some dog food", due: 4 }] }),
  talk("could you be a dear and jot down that i owe sam twenty quid", { added: ["I owe sam twenty quid"] }),
  talk("i gotta pick up the kids tomorrow at half three", {
    added: [{ title: "Pick up the kids", due: 1, time: "15:30" }],
  }),
  talk("wouldja remind me to ring the plumber tmrw morning", {
    added: [{ title: "Ring the plumber", due: 1, time: "09:00" }],
  }),
  talk("yo add toothpaste to the shopping list", { added: [{ title: "Toothpaste", tags: ["shopping"] }] }),
  talk("chuck bananas on the grocery list", { added: [{ title: "Bananas", tags: ["groceries"] }] }),
  talk("throw in a reminder to feed the cat every other day", {
    added: [{ title: "Feed the cat", repeat: "FREQ=DAILY;INTERVAL=2" }],
  }),
  talk("nudge me tomorrow night to take the bins out", { added: [{ title: "Take the bins out", due: 1 }] }),
  talk("make sure i call grandma on {5}", { added: [{ title: "Call grandma", due: 5 }] }),
  talk("i'm supposed to hand in the essay by tomorrow at noon remind me", {
    added: [{ title: "Hand in the essay", due: 1, time: "12:00" }],
  }),
  talk("wake me at six thirty tomorrow", { added: [{ title: "Wake up", due: 1, time: "06:30" }] }),
  talk("pencil in coffee with maya on {3} at ten", {
    added: [{ title: "Coffee with maya", due: 3, time: "10:00" }],
  }),
  talk("put down lunch with tom for {3}", { added: [{ title: "Lunch with tom", due: 3 }] }),
  talk("my flight is on {6} at 9 in the evening put it in my calendar", {
    added: [{ title: "My flight", due: 6, time: "21:00" }],
  }),
  talk(["need eggs and butter", "yes"], { added: ["Buy eggs, butter"] }),
  talk(["we're out of coffee", "yeah go on"], { added: ["Buy coffee"] }),

  talk("shove the dentist to {5}", { changed: { "Dentist appointment": { due: 5 } } }),
  talk("kick the report down the road by a week", { changed: { "Quarterly report": { due: 11 } } }),
  talk("hey can we hold off on calling the bank until {6}", { changed: { "Call the bank": { due: 6 } } }),
  talk("swap the dentist to 3pm", { changed: { "Dentist appointment": { time: "15:00" } } }),
  talk("let's do the dentist at eleven instead", { changed: { "Dentist appointment": { time: "11:00" } } }),
  talk("would it be possible to move my dentist appointment to the afternoon", {
    changed: { "Dentist appointment": { time: "15:00" } },
  }),
  talk("any chance you could push the flights back a week", { changed: { "Book the flights": { due: 16 } } }),
  talk("the dentist got moved to {4} at 2", { changed: { "Dentist appointment": { due: 4, time: "14:00" } } }),
  talk("move the dentist to {4} at 8 in the evening", {
    changed: { "Dentist appointment": { due: 4, time: "20:00" } },
  }),
  talk(["find the flights", "actually bump that up to high priority"], {
    changed: { "Book the flights": { priority: "high" } },
  }),
  talk("stick a note on the dentist saying bring the insurance card", {
    changed: { "Dentist appointment": { note: "bring the insurance card" } },
  }),
  talk(["move the report to {5}", "that should've been {6} not {5}"], { changed: { "Quarterly report": { due: 6 } } }),

  talk("paid the electricity bill", { completed: ["Pay the electricity bill"] }),
  talk("just returned the library books", { completed: ["Return the library books"] }),
  talk("i'm done with the discussion section", { completed: ["Write the discussion section"] }),

  talk("forget about the stamps", { deleted: ["Buy stamps"] }),
  talk("don't bother with the oat milk", { deleted: ["Buy oat milk"] }),
  talk("scratch the flights i'm not going", { deleted: ["Book the flights"] }),
  talk("take the stamps off the list i bought them", { deleted: ["Buy stamps"] }),
  talk("please get rid of all the things i've already done", { deleted: ["Reply to Ines", "Renew the passport"] }),
  talk("wipe everything off my errands list", { deleted: ["Return the library books", "Buy oat milk", "Buy stamps"] }),

  talk("put paper towels down on the costco list", { added: [{ title: "Paper towels", tags: ["costco"] }] }),
  talk("throw milk on there", { added: ["Milk"] }),
  talk(["i should really email the landlord", "yes please"], { added: ["Email the landlord"] }),
  talk("create a list for the barbecue with buns and sausages", {
    added: [
      { title: "Buns", tags: ["barbecue"] },
      { title: "Sausages", tags: ["barbecue"] },
    ],
  }),
  talk("block out {5} morning for deep work", { added: [{ title: "Deep work", due: 5, time: "09:00" }] }),
  talk("there's a staff party on {6} at eight in the evening", {
    added: [{ title: "Staff party", due: 6, time: "20:00" }],
  }),
  talk("add pasta sauce, olives and a baguette to groceries", {
    added: [
      { title: "Pasta sauce", tags: ["groceries"] },
      { title: "Olives", tags: ["groceries"] },
      { title: "Baguette", tags: ["groceries"] },
    ],
  }),
  talk("got the stamps", { completed: ["Buy stamps"] }),
  talk("all done with the library books", { completed: ["Return the library books"] }),
  talk("oops i didn't actually renew the passport", { reopened: ["Renew the passport"] }),
  talk("can you change the dentist to the day after", { changed: { "Dentist appointment": { due: 3 } } }),
  talk("push my dentist appointment back an hour", { changed: { "Dentist appointment": { time: "11:00" } } }),
  talk("bring forward the flights by two days", { changed: { "Book the flights": { due: 7 } } }),
  talk("make the bank call urgent", { changed: { "Call the bank": { priority: "high" } } }),
  talk("move my 10am appointment to noon", { changed: { "Dentist appointment": { time: "12:00" } } }),
  nothing("hey there can you tell me how my week looks", /tasks?/),
  nothing("show me everything with no date", /stamps/),
  nothing("anything i'm forgetting", /tasks?/),
  nothing("check whether i have to pay the electricity bill", /electricity/),
  nothing("could i see the stuff tagged family", /Dentist[\s\S]*mum|mum[\s\S]*Dentist/),
  nothing("how much stuff do i have left", /tasks?/),
  nothing("is there anything on in the evening tomorrow", /mum|nothing/i),
  nothing("remind me what's due by {4}", /library books[\s\S]*Call the bank/),
  talk("note down that rent is due on {4}", { added: [{ title: "Rent", due: 4 }] }),
  talk("ask me to take my pills every night at nine", {
    added: [{ title: "Take my pills", time: "21:00", repeat: "FREQ=DAILY" }],
  }),
  talk("put yoga class in every tuesday evening", {
    added: [{ title: "Yoga class", time: "18:00", repeat: "FREQ=WEEKLY;BYDAY=TU" }],
  }),
  talk("save the date for ellen's wedding on {5}", { added: [{ title: "Ellen's wedding", due: 5 }] }),
  talk("can we do the dentist a day earlier", { changed: { "Dentist appointment": { due: 1 } } }),
  talk("tag the flights travel", { changed: { "Book the flights": { tags: ["travel"] } } }),
  talk("take stamps off we have some", { deleted: ["Buy stamps"] }),
  nothing("how long until the dentist", /Dentist.*10:00/),
  nothing("is my week busy", /tasks?/),
  nothing("do i have anything between two and four tomorrow", /Call mum|nothing/i),
  nothing("lemme know what's still open for this week", /\d tasks?|One task|nothing/),
  nothing("what've i got going on tomorrow", /Call mum/),
  nothing("anything urgent i should know about", /meter photo/),
  nothing("how's my week looking", /tasks?/),
  nothing("when am i seeing the dentist", /Dentist.*10:00/),
  nothing("which of my tasks are late", /library books/),
  nothing("what do i still have to do before {4}", /Call the bank/),
  nothing("show me everything due in the next three days", /Call mum[\s\S]*Dentist[\s\S]*Call the bank/),
  nothing("what's due within the next 2 weeks", /flights/),
  nothing("tell me what's coming up over the next few days", /Dentist/),
  nothing("is there anything i need to do by tomorrow night", /mum/),
  nothing("remind me what i planned for tomorrow", /Call mum/),
];
