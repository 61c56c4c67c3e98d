import { about, dated, HERS, type Rule, rule } from "./rule";

/** Requests that look like questions or states, and reminders. */
export const reminding: Rule[] = [
  rule("add", "^ask me (?=to )(?<what>.+)$"),
  rule("show", "^(?:give|get|provide|send|bring|bing)(?: me| us)?(?: up)? (?:(?:my|the|all) )+.*$", {
    when: about,
    unless: /^(?:get|bring) .*(?:back|off|on)\b/,
  }),
  rule("add", "^remind (?:me|us) (?:of |about )?(?<what>(?:the|my) .+)$", { when: dated }),
  rule(
    "delete",
    "^(?:make sure |ensure |see to it )?(?:that )?(?<what>(?:my|the) (?:calendar|schedule|day|list|to do list)) (?:is|be|should be|stays|needs to be) (?:completely |all |totally )*(?:clear|empty|free|blank|open)(?<rest>(?: .*)?)$",
  ),
  rule(
    "add",
    "^(?<rest>(?:my|the) (?:[^ ]+ ){0,3}?list) (?:should|needs to|must|has to) (?:have|include|contain|get) (?<what>.+?)(?: on it| in it)?$",
  ),
  rule("add", "^open(?: up)? an? (?:new )?(?<what>(?:reminder|task|to do|event)\\b.*)$"),
  rule(
    "add",
    "^(?:and |please )?(?:do not|never) (?:let me |let us )?forget(?: to remind me| to)?(?: about| that)?(?: of| to| about)? ?(?<what>.*)$",
  ),
  rule(
    "add",
    "^(?:re ?mind|remember|alert|notify|ping|nudge|warn|tell|prompt|poke)(?: me| us)(?= (?:to|in|at|on|about|every|each|tomorrow|tonight|later|again|before|after|when|next|this|that|for|if|by|the|please|daily|weekly|i|one|of|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\d)|$)(?<what>.*)$",
    {
      unless:
        /^(?:remind|tell|alert|notify) (?:me|us) (?:of |about |again )?(?:what|which|who|how|when (?:is|are|do|does)|where)|^remind (?:me|us) of (?:the|my|all|any)\b(?!.*\b(?:on|at|tomorrow|today|tonight|in \d|next)\b)|^tell (?:me|us) (?!(?:to|when it)\b)|^remind (?:me|us) (?:the|my) |\bon my to do list$/,
    },
  ),
  rule(
    "add",
    "^(?:make sure|see to it|ensure|be sure)(?: that)? (?:i|we) (?:do not forget to |remember to |get to |have to )?(?<what>.+)$",
  ),
  rule("add", "^(?:remind|remember)(?: to| that| about)?(?= )(?<what> .+)$", {
    unless: /^remind (?:me|us) |^remember (?:what|when|the last|how)/,
  }),
  rule(
    "add",
    `^${HERS} (?:would like|want|need|have)(?: to be)? (?:reminded|alerted|notified|woken)(?: up)?(?: to| about| of| that| when)? ?(?<what>.*)$`,
  ),
  rule("add", "^(?:wake|get)(?: me| us) (?:up )?(?<what>.*)$", { when: dated }),
  rule("add", "^wake (?:me|us) up$"),
];
