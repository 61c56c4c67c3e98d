import { nothing, talk } from "./kit";

const ferns = "Water the ferns";
const skipped = { changed: { [ferns]: { due: 3 } }, says: /Skipped “Water the ferns”, next \w{3} \d/ };

/** skip_tasks, and change_tasks with a scope. */
export const repeating = [
  talk("skip watering the ferns", skipped),
  talk("skip the ferns today", skipped),
  talk("please skip the next ferns", skipped),
  talk("can you leave the ferns out this time", skipped),
  talk("I'm skipping the ferns today", skipped),
  talk("I'll skip the ferns this once", skipped),
  talk("give the ferns a miss today", skipped),
  talk(["what is due today", "skip the ferns"], skipped),
  talk(["what is due today", "skip the second one"], {}),
  talk(["skip the ferns", "undo that"], {}),
  talk(["skip the ferns", "skip the ferns"], { changed: { [ferns]: { due: 6 } } }),
  nothing("skip the ferns tomorrow", /next due today/),
  nothing("skip the dentist", /doesn’t repeat/),
  nothing("skip the opera", /couldn’t find a task like/),
  nothing("skip it"),
  nothing("skip this song"),
  talk("move the ferns to tomorrow", { changed: { [ferns]: { due: 1 } }, says: /only this one/ }),
  talk("move just the next ferns to tomorrow", { changed: { [ferns]: { due: 1 } }, says: /only this one/ }),
  talk(["move the ferns to tomorrow", "complete the ferns"], {
    changed: { [ferns]: { due: 1 } },
    completed: [ferns],
    added: [{ title: ferns, due: 3, repeat: "FREQ=DAILY;INTERVAL=3" }],
  }),
  talk(["move the ferns to tomorrow from now on", "complete the ferns"], {
    changed: { [ferns]: { due: 1 } },
    completed: [ferns],
    added: [{ title: ferns, due: 4, repeat: "FREQ=DAILY;INTERVAL=3" }],
  }),
  talk("move the ferns a day later from now on", {
    changed: { [ferns]: { due: 1 } },
    says: /tomorrow.* and all following: every 3 days, next \w{3} \d/,
  }),
  talk(["add standup every {2} #work", "move the standup to {3}s from now on"], {
    added: [{ title: "Standup", due: 3, tags: ["work"] }],
    says: /all following: every \w+day, next/,
  }),
  talk(["add standup every other {2}", "move it to {3}s from now on"], {
    added: [{ title: "Standup", due: 3 }],
    says: /all following: every other \w+day, next/,
  }),
  talk(["add standup every {2}", "move the standup and all that follow to {3}"], {
    added: [{ title: "Standup", due: 3 }],
    says: /all following: every \w+day, next/,
  }),
  talk(["add standup every {2}", "move just this one to {3}"], {
    added: [{ title: "Standup", due: 3 }],
    says: /only this one/,
  }),
];
