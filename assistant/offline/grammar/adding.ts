import * as w from "../lexicon";
import { about, dated, type Rule, rule } from "./rule";

/** Putting something on the list. */
export const adding: Rule[] = [
  rule("add", `^${w.add}(?: |$)(?<what>.*)$`),
  rule("add", `^(?:new|another|extra) (?:${w.item}|list)\\b(?: to| called| named| ,)?(?<what>.*)$`),
  rule("add", "^(?:to do|task|reminder|note to self|note|memo)(?: to| ,)? (?<what>.+)$", {
    unless: /\blists?\b|^(?:to do|task) (?:for|on|in) /,
  }),
  rule(
    "add",
    `^(?:${w.create}|give me|send me|have|get me|put on|put|book me|make me|set me|set me up|turn on|mark|keep|start|produce|leave|write|take)(?: up)?(?: me| us| in| down| with)?(?: an?| another| one| the| my| new| this| some| following| yet| up| more| separate| wake| weekly| daily| monthly| recurring| repeating| work| calendar| quick)* (?<what>(?:(?!(?:to|on|for|in|at|off|of|as)\\b)\\S+ ){0,3}?(?:${w.item}|lists?|calls?|timers?)\\b.*)$`,
    {
      unless: new RegExp(
        `^(?:make|set|start|plan|fix|keep|mark|leave|have|give|get|put|take) .*\\b(?:high|low|top) priority$|^(?:mark|put|keep|have|get|leave|take|write) (?!.*\\b(?:to|on|in|at|for|down)\\b)|^(?:make|start|create|write) (?!.*\\b(?:${w.item}|list)\\b)`,
      ),
    },
  ),
  rule("add", "^(?:save the date|hold the date|mark (?:my|the|your|our) calendars?) (?:for|with) (?<what>.+)$"),
  rule("add", "^(?:put|jot|write|note|mark|get) (?<what>.+?) down(?<rest> (?:on|in|for) .+)$"),
  rule(
    "add",
    "^(?:put|throw|stick|chuck|pop|get) (?!it |that |this |them )(?<what>.+?) (?:on|in) there(?: too| as well)?$",
  ),
  rule(
    "add",
    `^(?!write (?:me|us|an?) )(?:${w.put}|mark|flag|keep|drop|post|squeeze|place)(?: down| up| in| on)? (?<what>.*)$`,
    {
      when: about,
      unless:
        /^(?:list|track|get|book|open)\b(?: out| off| all| me| the| my| our| every| each| any| items| what| everything| down)*(?: (?:items?|tasks?|things?|contents?|to dos?|reminders?|events?|appointments?|meetings?|chores|lists?)\b| (?:on|in) )|^(?:list|get|track) (?:out|all|me|the|my|what|everything|every|items|it|them|back|each|pending|upcoming|overdue|due)|^(?:list|track) (?!.*\b(?:on|to|in|onto) (?:my|the|our|a)\b)|^open\b/,
    },
  ),
  rule(
    "add",
    `^(?:schedule|book|plan|arrange|organi[sz]e|pencil in|set up|put in|set aside|reserve|block(?: out| off)?) (?<what>.+)$`,
    { when: dated },
  ),
  rule("add", `^schedule (?<what>.+)$`),
  rule("add", "^set (?<what>.+)$", { when: dated }),
  rule("add", `^(?!write (?:me|us) )(?:put|write|jot|note|mark|log|record)(?: down| in)? (?<what>.+)$`, {
    when: dated,
  }),
  rule("add", `^(?!write (?:me|us|an?|some) )(?:note|write|jot)(?: down)? (?:that |to |this )?(?<what>.+)$`),
  rule("add", `^how about (?:adding )?(?<what>(?:an? )?(?:${w.item}|.*\\blist\\b).*)$`),
];
