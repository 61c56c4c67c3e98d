import * as w from "../lexicon";
import { type Rule, rule } from "./rule";

const SUBTASK = "(?:sub ?task|child(?: task)?|sub ?item|step)";
const ELSEWHERE = new RegExp(`\\b(?:${w.list}|tags?|trash|bin)$`);

/** Putting a task under another, and taking it out from there. */
export const nesting: Rule[] = [
  rule(
    "nest",
    `^(?:add|create|new) (?:an? )?(?:new )?${SUBTASK} (?:to|of|under|for|on) (?<goal>.+?)(?: ,| called| named| saying| to) (?<new>.+)$`,
  ),
  rule(
    "nest",
    `^(?:add|create|put|new) (?<new>.+?) (?:as|to be) (?:an? )?${SUBTASK} (?:of|to|under|on|for) (?<goal>.+)$`,
  ),
  rule(
    "nest",
    `^(?:move|make|turn|set|nest|place|shift|drag|have|put) (?<what>.+?) (?:into |to be |be |as |in to )?(?:an? )?${SUBTASK} (?:of|to|under|for) (?<goal>.+)$`,
  ),
  rule(
    "nest",
    "^(?:move|nest|put|place|shift|drag|tuck|indent) (?<what>.+?) (?:under|underneath|beneath|below|inside(?: of)?) (?<goal>.+)$",
    {
      unless: ELSEWHERE,
    },
  ),
  rule("unnest", "^(?:take|move|pull|get|bring|drag|break) (?<what>.+?) out (?:of|from(?: under)?) (?<goal>.+)$", {
    unless: ELSEWHERE,
  }),
  rule("unnest", "^(?:take|move|pull|bring|drag) (?<what>.+?) (?:out )?from under (?<goal>.+)$"),
  rule("unnest", "^(?:un ?nest|detach|outdent|unindent) (?<what>.+?)(?: from (?<goal>.+))?$"),
  rule(
    "unnest",
    "^(?:make|turn|move) (?<what>.+?) (?:into |to |to be )?(?:an? )?(?:(?:top level|separate|independent|main|normal|real) task|task of its own|its own task|the top level)(?: again)?$",
  ),
  rule(
    "unnest",
    `^(?<what>.+?) (?:is not|should not be|should no longer be|is no longer) (?:an? )?${SUBTASK}(?: of (?<goal>.+?))?(?: any ?more)?$`,
  ),
];
