import { nothing, talk } from "./kit";

/** change_tag, and subtasks: where things belong. */
export const filing = [
  nothing("make the errands tag green", /“errands” is now green/),
  nothing("change the color of home to red", /“home” is now red/),
  nothing("could you give the work tag a purple colour please", /“work” is now purple/),
  nothing("paint #family orange", /“family” is now orange/),
  nothing("make the holidays tag green", /tag called “holidays”/),
  talk("rename #work to #office", { changed: { "Quarterly report": { tags: ["office"] } }, says: /Renamed the tag/ }),
  talk("rename the thesis tag to dissertation", {
    changed: { "Write the discussion section": { tags: ["dissertation"] } },
  }),
  talk("change the name of the work tag to day job", { changed: { "Quarterly report": { tags: ["day job"] } } }),
  nothing("rename the errands tag to home", /already/),
  talk(["rename #work to #office", "undo that"], {}),
  talk("move the stamps under the flights", { changed: { "Buy stamps": { parent: "Book the flights" } } }),
  talk("make buy stamps a subtask of the quarterly report", {
    changed: { "Buy stamps": { parent: "Quarterly report" } },
  }),
  talk("add check the budget as a subtask of the report", {
    added: [{ title: "Check the budget", parent: "Quarterly report" }],
  }),
  talk("add a subtask to the report called gather the numbers", {
    added: [{ title: "Gather the numbers", parent: "Quarterly report" }],
  }),
  talk(["move the stamps under the flights", "take the stamps out of the flights"], {}),
  talk(["move the stamps under the flights", "make the stamps a task of its own"], {}),
  talk(["move the stamps under the flights", "undo"], {}),
  talk("put the electricity bill under errands", {
    changed: { "Pay the electricity bill": { tags: ["errands", "home"] } },
  }),
  nothing("take the stamps out of the flights", /isn’t a subtask/),
  nothing("move the unicorn under the flights", /couldn’t find/),
  nothing("move the stamps under the unicorn", /couldn’t find/),
  nothing("make the flights a subtask of the flights", /under itself/),
];
