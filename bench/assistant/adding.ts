import { nothing, talk } from "./kit";

/** add_tasks. */
export const adding = [
  talk("add buy milk", { added: ["Buy milk"], says: /Added “Buy milk”/ }),
  talk("Add a task to call the plumber", { added: ["Call the plumber"] }),
  talk("new task: water the tomatoes", { added: ["Water the tomatoes"] }),
  talk("please add pick up dry cleaning tomorrow", { added: [{ title: "Pick up dry cleaning", due: 1 }] }),
  talk("could you add “read 1984” to my list?", { added: ["Read 1984"] }),
  talk("remind me to take the bins out tonight", { added: [{ title: "Take the bins out", due: 0 }] }),
  talk("remind me to call Anna tomorrow at 5pm", { added: [{ title: "Call Anna", due: 1, time: "17:00" }] }),
  talk("Remind me at 4pm tomorrow to start the oven", { added: [{ title: "Start the oven", due: 1, time: "16:00" }] }),
  talk("tomorrow at noon, remind me to eat", { added: [{ title: "Eat", due: 1, time: "12:00" }] }),
  talk("don't let me forget to renew my insurance on {5}", { added: [{ title: "Renew my insurance", due: 5 }] }),
  talk("don't forget the cake tomorrow", { added: [{ due: 1 }] }),
  talk("add milk and eggs to my shopping list", {
    added: [
      { title: "Milk", tags: ["shopping"] },
      { title: "Eggs", tags: ["shopping"] },
    ],
  }),
  talk("add milk, eggs and rye bread to shopping", {
    added: [
      { title: "Milk", tags: ["shopping"] },
      { title: "Eggs", tags: ["shopping"] },
      { title: "Rye bread", tags: ["shopping"] },
    ],
  }),
  talk("put bananas on the shopping list", { added: [{ title: "Bananas", tags: ["shopping"] }] }),
  talk("I need oat milk, rye bread and lemons today", {
    added: [{ title: "Buy oat milk, rye bread, lemons", due: 0 }],
  }),
  talk("add buy a drill to errands", { added: [{ title: "Buy a drill", tags: ["errands"] }] }),
  talk("add fix the tap to my home list for {4}", { added: [{ title: "Fix the tap", tags: ["home"], due: 4 }] }),
  talk("put fold the laundry on my to-do list", { added: ["Fold the laundry"] }),
  talk("can you put mop the floor on my list of things to do", { added: ["Mop the floor"] }),
  talk("on my to do list, add dishes", { added: ["Dishes"] }),
  talk("I have a flight on {3} at 7am", { added: [{ due: 3, time: "07:00" }] }),
  talk("lunch with Deb tomorrow at noon", { added: [{ title: "Lunch with Deb", due: 1, time: "12:00" }] }),
  talk("schedule a meeting with Carla {4} at 3pm", { added: [{ title: "Meeting with Carla", due: 4, time: "15:00" }] }),
  talk("set a reminder for me to send flowers to mum on {6}", { added: [{ title: "Send flowers to mum", due: 6 }] }),
  talk("create a task called Plan the party due {3}", { added: [{ title: "Plan the party", due: 3 }] }),
  talk("make a reminder to do my taxes", { added: ["Do my taxes"] }),
  talk("I need to pay rent tomorrow", { added: [{ title: "Pay rent", due: 1 }] }),
  talk("remind me every weekday at 9 to take my pills", {
    added: [{ title: "Take my pills", time: "09:00", repeat: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" }],
  }),
  talk("create a weekly reminder to water the plants", {
    added: [{ title: "Water the plants", repeat: "FREQ=WEEKLY" }],
  }),
  talk("make a dentist appointment for {3}", { added: [{ title: "Dentist appointment", due: 3 }] }),
  talk("add vacuum every week", { added: [{ title: "Vacuum", repeat: "FREQ=WEEKLY" }] }),
  talk("add call the vet, high priority", { added: [{ title: "Call the vet", priority: "high" }] }),
  talk("add an urgent task to fix the leak", { added: [{ priority: "high" }] }),
  talk("add buy a gift for Sam tomorrow #family !high", {
    added: [{ title: "Buy a gift for Sam", due: 1, tags: ["family"], priority: "high" }],
  }),
  talk("add call the school, email the landlord and book a table", {
    added: ["Call the school", "Email the landlord", "Book a table"],
  }),
  talk("add wash and dry the car", { added: ["Wash and dry the car"] }),
  talk("add buy milk. add buy bread.", { added: ["Buy milk", "Buy bread"] }),
  talk("add clean the kitchen and remind me to call Bob tomorrow", {
    added: ["Clean the kitchen", { title: "Call Bob", due: 1 }],
  }),
  talk("remind me to call the garage and cancel my booking tomorrow", {
    added: [{ title: "Call the garage and cancel my booking", due: 1 }],
  }),
  talk(["call the plumber", "yes"], { added: ["Call the plumber"] }),
  talk(["I should clean the garage", "yes please"], { added: ["Clean the garage"] }),
  nothing(["call the plumber", "no thanks"], /nothing|all right/i),
  talk(["add a task", "buy new shoes"], { added: ["Buy new shoes"] }),
  talk(["set a reminder for tomorrow", "water the garden"], { added: [{ title: "Water the garden", due: 1 }] }),
  talk(["add something to my shopping list", "cheese and crackers"], {
    added: [
      { title: "Cheese", tags: ["shopping"] },
      { title: "Crackers", tags: ["shopping"] },
    ],
  }),
  nothing(["remind me", "never mind"]),
  nothing("is oat milk on my errands list, if not add it", /already/),
  talk("do I have bread on my shopping list? if not, add it", { added: [{ title: "Bread", tags: ["shopping"] }] }),
  talk("add flour to my shopping list if it's not already on it", { added: [{ title: "Flour", tags: ["shopping"] }] }),
  talk("pls ad buy batteries tomorow", { added: [{ title: "Buy batteries", due: 1 }] }),
  talk("remnid me to phone the bank on {2}", { added: [{ title: "Phone the bank", due: 2 }] }),
  talk("ADD BUY TAPE", { added: ["BUY TAPE"] }),
  talk("Add “Löwenzahn & Söhne anrufen” for tomorrow", { added: [{ title: "Löwenzahn & Söhne anrufen", due: 1 }] }),
  talk("add 🎂 for Nora on {5}", { added: [{ title: "🎂 for Nora", due: 5 }] }),
  talk("Would you mind adding sweep the porch to my tasks?", { added: ["Sweep the porch"] }),
  talk("I'd like you to add a trip to the post office to my to-do list", { added: ["Trip to the post office"] }),
  talk("hey, can you please remind me to charge the drill in two days", {
    added: [{ title: "Charge the drill", due: 2 }],
  }),
  talk("we're out of paper towels, add them to the shopping list", {
    added: [{ title: "Paper towels", tags: ["shopping"] }],
  }),
  talk("i need to do the dishes put it on my list", { added: [{}] }),
  talk("make sure walnuts are on my shopping list", { added: [{ title: "Walnuts", tags: ["shopping"] }] }),
  talk("wake me up at 7 tomorrow", { added: [{ due: 1, time: "07:00" }] }),
];
