import * as w from "../lexicon";
import { ASKING, dated, type Rule, rule } from "./rule";

/** When a task is to be done. */
export const moving: Rule[] = [
  rule("change", `^(?:put|hold) off (?:on )?(?<what>.+)$`),
  rule(
    "change",
    "^(?:do|have|take|make|try) (?<what>(?:the|my) .+?) (?<to>(?:on|at|for|in|by|next|this|tomorrow|today|tonight)\\b.*) instead$",
    {
      when: dated,
    },
  ),
  rule("change", "^(?<what>(?!(?:add|remind|note|put|book|schedule|set|let) ).+ instead)$", {
    when: dated,
    unless: new RegExp(ASKING),
  }),
  rule("change", "^(?<what>(?:the|my) .+?) (?:is|are) now (?<to>(?:at|on) .+)$", { when: dated }),
  rule("change", `^(?:put|hold) (?<what>.+?) off(?: (?<to>(?:until|till|to|for|by) .+))?$`),
  rule("change", `^(?:${w.move}|bring|pull)(?: back| forward| up| off| out| on| over)*(?: |$)(?<what>.*)$`, {
    unless: /^(?:bring|pull)(?! (?:.* )?forward)|^(?:push|move|switch|shift) (?:on|over)$|^switch (?:on|off|over)/,
  }),
  rule(
    "change",
    "^(?:do|have|make|get) (?<what>(?:the|my|our) .+?) (?<to>(?:an?|one|two|three|half an|\\d+) (?:minutes?|hours?|days?|weeks?) (?:earlier|later|sooner))$",
  ),
  rule(
    "change",
    "^(?:make|set|get|have|repeat|change) (?<what>(?!an? ).+?) (?:to )?(?:repeat|recur|repeating|recurring|happen)\\b ?(?<to>.*)$",
    { when: dated },
  ),
  rule("change", "^repeat (?<what>.+)$", { when: dated }),
  rule("change", `^(?:${w.edit})(?: |$)(?<what>.*)$`, { unless: /^(?:update|fill) me\b/ }),
  rule(
    "change",
    `^(?:make|set|put|have|give) (?<what>(?:it|that|this|them|those|these|all of (?:them|those|it)|both|everything|(?:the|my) (?!(?:an? )?(?:reminder|alarm|alert|timer)).+?)) (?:(?:be )?due )?(?<to>(?:for|to|on|at|in|by|due|until|from|a|the|every|each|next|this|later|today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekly|daily|monthly|yearly|\\d).*)$`,
    {
      when: dated,
      unless: new RegExp(`\\b(?:on|to|in) (?:my|the|our) (?:\\w+ ){0,3}${w.list}\\b`),
    },
  ),
  rule("change", `^(?:make|set|put) (?<what>it|that|this|them|those|these|both)(?= )(?<to> .+)$`, { when: dated }),
  // A number is a time of what has been spoken of: "make it 11".
  rule("change", "^(?:make|set|put) (?<what>it|that|this)(?<to> (?:at |to )?\\d{1,2})$"),
  rule(
    "change",
    `^(?<what>.+?) (?:should|needs?(?: to)?|has to|have to|must|is to|can) (?:be |go )?(?:on|at|by|due|moved|rescheduled|pushed|postponed|changed|happen|delayed)\\b ?(?<to>.*)$`,
    {
      when: dated,
      unless: new RegExp(`${ASKING}|\\b${w.list}\\b`),
    },
  ),
  rule(
    "change",
    `^(?<what>.+?) (?:is|are|was|got) (?:now |been )?(?:moved|rescheduled|postponed|pushed|delayed|due)\\b ?(?<to>.*)$`,
    {
      when: dated,
      unless: new RegExp(
        `${ASKING}|^(?:remind|tell|show|let|give|note|jot|write|put|add|remember)\\b|\\b(?:what|which|when) (?:is|are|was)\\b`,
      ),
    },
  ),
];
