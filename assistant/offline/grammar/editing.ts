import { ASKING, LEVEL, type Rule, rule, TO } from "./rule";

/** What a task is called. A new title may read like a request, so these come before other rules. */
export const renaming: Rule[] = [
  rule("rename", `^(?:rename|retitle|reword|rephrase) (?<what>.+?) ${TO} (?<title>.+)$`),
  rule(
    "rename",
    `^(?:change|edit|update|correct|set|fix) (?:the )?(?:title|name|wording|text) (?:of |on |for )?(?<what>.+?) (?:to|into|as) (?<title>.+)$`,
  ),
];

/** How much a task matters, its tags and notes, and what "it" is called. */
export const editing: Rule[] = [
  rule(
    "rename",
    "^(?:call|name|title) (?<what>it|that|this|the (?:first|second|third|last|other|new) one) (?<title>.+)$",
  ),
  rule("rename", "^(?<what>it|that|this) should (?:be called|say|read|be named) (?<title>.+)$"),
  rule("tag", `^(?:tag|label|categori[sz]e|file|classify) (?<what>.+?) (?:as|with|under|for) (?<tag>.+)$`),
  rule(
    "tag",
    "^(?:tag|label) (?<what>it|that|this|them|those|these|all of (?:them|those)|both|everything) (?<tag>.+)$",
  ),
  rule("tag", "^(?:tag|label) (?<what>(?:the|my) [^ ]+) (?<tag>#?[^ ]+)$"),
  rule("tag", "^(?:tag|label) (?<what>.+?) (?<tag>#[^ ]+)$"),
  rule(
    "tag",
    "^(?:add|put|apply|give|attach|use) (?:the )?(?:tags?|labels?) (?<tag>.+?) (?:to|on|onto|for) (?<what>.+)$",
  ),
  rule(
    "tag",
    "^(?:add|put|apply|give|attach) (?:the |a )?(?<tag>#\\S+)(?: tag| label)? (?:to|on|onto) (?<what>(?!my list).+)$",
  ),
  rule(
    "tag",
    "^(?:add|put|apply|give|attach) (?:the |a )?(?<tag>\\S+(?: \\S+)?) (?:tag|label) (?:to|on|onto) (?<what>.+)$",
  ),
  rule(
    "describe",
    "^(?:add|put|write|attach|leave|make|stick|pop|drop|jot)(?: down)?(?: a| the| this| another)? (?:note|description|comment|details?|memo) (?:to|on|for|in|about) (?<what>.+?)(?: ,)? (?:saying|that says|which says|to say|that|reading) (?<note>.+)$",
  ),
  rule(
    "describe",
    "^(?:add|put|write|attach|leave|make)(?: down)?(?: a| the| this| another)? (?:note|comment|memo) (?:to|on|for) (?<what>.+?) : (?<note>.+)$",
  ),
  rule("describe", "^(?:describe|annotate) (?<what>.+?) (?:as|with) (?<note>.+)$"),
  rule(
    "describe",
    "^(?:set|change|update|edit) (?:the )?(?:notes?|description|details?) (?:of|on|for) (?<what>.+?) to (?<note>.+)$",
  ),
  rule("rank", `^(?:prioriti[sz]e) (?<what>.+?)(?: (?:as|to) ${LEVEL}(?: priority)?)?$`),
  rule(
    "rank",
    `^(?:raise|increase|lower|decrease|reduce|set|change|update|make|bump|up) (?:up )?(?:the )?priority (?:of|for|on) (?<what>.+?)(?: (?:to|as) (?:a )?(?:${LEVEL}(?: priority)?|(?<number>[1-4])))?$`,
  ),
  rule(
    "rank",
    `^(?:make|mark|set|flag|move|change|bump|raise|lower|put|give|label|treat|turn) (?<what>.+?)(?: up| down)? (?:as |to |with |at |a |an |be |is )*(?:${LEVEL})(?: priority)?(?: one| task)?$`,
  ),
  rule(
    "rank",
    `^(?<what>.+?) (?:is|are|has|have|should be|should have) (?:a |an |now |really |very )*(?<level>urgent|important|critical|(?:high|top|low|medium|no) priority)$`,
    { unless: new RegExp(ASKING) },
  ),
  rule("rank", `^(?:(?<level>high|top|low|medium|no) priority) (?:for|on) (?<what>.+)$`),
];
