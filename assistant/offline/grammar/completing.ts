import { finish } from "../lexicon";
import { ALREADY, ASKING, DONE, dated, HERS, type Rule, rule } from "./rule";

const INTENT =
  "(?:i|we) (?:will|shall|(?:am|are) (?:going|planning|hoping|trying|about|aiming) to|(?:want|wish|plan|intend|hope|aim|would like|would love) to|may|might|could|can)(?: (?:try to|hopefully|probably|soon|just|then|still))*";
const LATER =
  "(?:(?:by|before|until|till|on|at|this|next|in|within|later|mon|tues|wednes|thurs|fri|satur|sun)\\b.*|tomorrow(?: .+)?|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: .+)?)";
// "Complete everything due tomorrow" says which, and not when.
const WHICH = /\b(?:due|scheduled|planned|everything|all|every|each|any|tasks|items|things|to dos|ones?)\b/;
const KINDS = "(?:tasks?|items?|things|to dos?|ones|chores|errands|reminders|events|meetings|list)";

// So does "complete the tasks for today".
const WHICH_TODAY = new RegExp(`${WHICH.source}|\\b${KINDS}\\b|\\b(?:for|of|from|on) today$`);

/** Meaning to get something done, which is not yet having done it. */
const intending: Rule[] = [
  rule("add", "^(?<what>(?:finish|complete|accomplish|finali[sz]e|wrap up) .+ today)$", { unless: WHICH_TODAY }),
  rule("add", `^(?:${INTENT} )?(?<what>${finish} .+ ${LATER})$`, { when: dated, unless: WHICH }),
  rule("add", `^${INTENT} (?<what>${finish} .+)$`, { when: dated }),
  rule("change", `^${INTENT} ${finish} (?<what>.+)$`),
  rule(
    "change",
    `^(?:mark|check|set|tick|count) (?<what>.+?) (?:off )?(?:as |to be )?${DONE} (?<to>(?:by|before|next) .+|tomorrow.*|tonight|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day.*)$`,
    { when: dated, unless: WHICH },
  ),
];

/** Saying that something is done. */
export const completing: Rule[] = [
  ...intending,
  rule(
    "show",
    `^(?:(?:show|list|my|the|our|all|any|of|recently) )*(?:completed|finished|done|ticked off|checked off) ${KINDS}(?: .*)?$`,
  ),
  rule(
    "complete",
    `^(?:mark|check|set|count|consider|move|put|turn|flag|call|tick) (?<what>.+?) (?:off )?(?:as |to |to be )?(?:being )?${DONE}(?: (?:(?:on|in|from|off|of) .*|(?:just )?now|already|today|yesterday|earlier|this (?:morning|afternoon)))?$`,
  ),
  rule("complete", "^(?:check|tick|cross|mark) (?<what>(?!.*\\bcalendar\\b).+?) off(?: (?:of )?.*)?$"),
  rule("complete", "^(?:check|tick|cross|mark) off (?:of )?(?<what>.+)$"),
  rule("complete", "^(?:complete|finish|accomplish|finalise|finalize)\\b ?(?<what>.*)$", { unless: /^completely/ }),
  rule("complete", `^(?:${HERS} )?${ALREADY}(?:done|finished|through) (?:with )(?<what>.+)$`),
  rule(
    "complete",
    `^(?:${HERS} ${ALREADY}(?:did(?! not) )?|just |already |have )?(?:finished|completed|done|accomplished|wrapped up|handled|took care of|taken care of|crossed off|ticked off|dealt with) (?<what>.+)$`,
  ),
  rule(
    "complete",
    `^(?<what>(?!${ASKING.slice(1)}).+?) (?:is|are|has been|have been|was|were|got) ${ALREADY}(?:${DONE}|taken care of|dealt with|sorted)(?: now| already)?$`,
    { unless: /^(?:add|append|insert|remind|note|jot|describe|annotate|tag|label)\b/ },
  ),
  rule(
    "complete",
    `^i ${ALREADY}(?<what>(?!not |missed |guessed )(?:[a-z]{2,}[^e]ed|bought|paid|sent|made|took|went|got|wrote|met|read|fed|cut|swept|hung|drove|ran|sold|told|gave|built|brought|found|picked)\\b .+)$`,
    {
      unless:
        /^i (?:have |had |just )?(?:am |are )?(?:wanted|needed|liked|asked|tried|forgot|used to|added|listed|scheduled|planned|moved|changed|set|got to|supposed|meant|interested|worried|concerned)/,
    },
  ),
  // With the "I" left out: "paid the electricity bill", "just fed the cat".
  rule(
    "complete",
    `^(?:just |already |finally )*(?<what>(?:[a-z]{2,}[^e]ed|bought|paid|sent|wrote|met|fed|swept|hung|sold|gave|built|brought|picked|got) (?:up |out |off |in |down )?(?:the|my|our|all) .+)$`,
    { unless: /^(?:added|need|listed|scheduled|planned|moved|changed|based|related|named|called|tagged|indeed)\b/ },
  ),
];
