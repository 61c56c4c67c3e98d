/** The words that the grammar is made of, as pieces of regular expressions over a clause's plain line. */

const oneOf = (words: string) => `(?:${words.trim().split(/\s+/).join("|").replaceAll("_", " ")})`;

const IRREGULAR: Record<string, string> = {
  put: "put",
  write: "written",
  throw: "thrown",
  stick: "stuck",
  set: "set",
  make: "made",
  take: "taken",
  strike: "struck",
  do: "done",
};

/** "add" → "added", "cancel" → "cancell?ed": what a passive or a perfect is made with. */
function participle(verb: string): string {
  const [head = verb, ...rest] = verb.split("_");
  const particle = rest.map((word) => `_${word}`).join("");
  if (IRREGULAR[head]) return IRREGULAR[head] + particle;
  if (head.endsWith("e")) return `${head}d${particle}`;
  if (/[aeiou][bgmnpt]$/.test(head) && !/(?:er|en|el|it|in)$|[aeiou]{2}.$/.test(head))
    return `${head}${head.at(-1)}ed${particle}`;
  return head === "cancel" ? `cancell?ed` : `${head}ed${particle}`;
}

const passive = (verbs: string) => oneOf(verbs.trim().split(/\s+/).map(participle).join(" "));

const ADD = "add include insert append";
const PUT =
  "put write jot note throw stick place enter log record pencil pop slot mark save track list get chuck toss bung stick_up";
const CREATE = "create make set set_up start schedule book plan arrange organize organise fix";
const DELETE = `delete remove erase cancel clear wipe nuke nix scrap trash purge empty eliminate discard unschedule
  bin ditch axe drop scratch strike blank`;
const COMPLETE = "complete finish accomplish check_off tick_off cross_off";
const MOVE =
  "move reschedule postpone push delay defer shift bump snooze extend switch advance shove kick slide swap roll";
const EDIT = "change update edit modify adjust alter correct";
const SHOW = `show list tell read give display check see hear view look find search recite iterate review name say
  describe count inform print repeat open pull_up bring_up go_over go_through walk_through run_through look_up look_at
  look_for search_for know speak confirm remind_me_of remind_me_what remind_me_the walk_me_through take_me_through
  run_me_through walk_through go_back_over`;

export const add = oneOf(ADD);
export const put = oneOf(PUT);
export const create = oneOf(CREATE);
export const remove = oneOf(DELETE);
export const complete = oneOf(COMPLETE);
/** The same, with what is said of tasks only: "wrap up the report". */
export const finish = oneOf(`${COMPLETE} finali[sz]e wrap_up`);
export const move = oneOf(MOVE);
export const edit = oneOf(EDIT);
export const show = oneOf(SHOW);

export const added = passive(`${ADD} ${PUT} ${CREATE}`);
export const removed = passive(`${DELETE} take_off take_out cross_off cross_out`);
export const completed = passive(COMPLETE);
export const moved = passive(`${MOVE} ${EDIT}`);

/** A verb that begins a command about the list, whatever it may be. */
export const command = oneOf(
  `${ADD} ${PUT} ${CREATE} ${DELETE} ${COMPLETE} ${MOVE} ${EDIT} ${SHOW} remind take get_rid cross tick mark rename
  retitle reopen restore undelete recover undo revert uncheck untick prioritize prioritise tag untag turn make keep
  leave bring wake alert notify call go let please`,
);

/** What a list is called, and what stands on one. Every phrase here says that the sentence is about this app. */
export const list = oneOf("lists? to_dos? calend[ae]rs? schedule agenda planner diary inbox cart basket");
export const item = oneOf(
  `tasks? to_dos? items? things? entry entries reminders? events? appointments? meetings? alarms? chores? errands?
  notes? deadlines? lines?`,
);
export const topic = oneOf(
  `lists? to_dos? calend[ae]rs? schedules? scheduled agenda planner diary inbox tasks? chores? reminders? reminded
  remember appointments? events? meetings? alarms? errands? deadlines? overdue due pending upcoming coming_up
  on_my_plate planned plans? items groceries trash tags? tagged alerts? notifications? unfinished incomplete in_the_books priority urgent`,
);

export const weekday = oneOf("monday tuesday wednesday thursday friday saturday sunday");

/** What tasks are commonly begun with: enough to know "call mum" for a thing to do, never needed after "add". */
export const chore = oneOf(
  `buy call phone ring email mail text write send pay book order clean wash mop vacuum sweep dust tidy iron fold water
  feed walk cook bake prepare pick_up drop_off collect fetch return renew submit file finish start review draft print
  sign fix repair replace mend paint mow trim shovel rake visit meet see study practise practice revise read learn
  attend register apply pack unpack organise organize plan schedule do take bring get make reply respond answer ask
  tell invite thank congratulate remind prepare exercise run jog train stretch meditate install update upgrade charge
  refill return exchange post ship deliver cancel sort throw empty change check go wake`,
);
