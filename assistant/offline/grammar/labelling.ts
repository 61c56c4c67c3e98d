import { color } from "../colors";
import { type Rule, rule } from "./rule";

const THING = "(?: tag| label| list)";
const COLOR = `(?<color>${color})`;

/** A tag itself: what it is called, and its colour. */
export const labelling: Rule[] = [
  rule(
    "relabel",
    `^(?:rename|retitle|change|call) (?:the |my )?(?:tag |label |list )?(?<tag>#[^ ]+|(?<=(?:tag|label|list) )[^ ]+|[^ ]+(?: [^ ]+)?(?=${THING} )) ?${THING}?(?: to| into| as)? (?<name>.+)$`,
    { unless: new RegExp(`\\b(?:colou?r|${color})$|^change .* (?:from|on|for|at) `) },
  ),
  rule(
    "relabel",
    `^(?:change|set|update) the name of (?:the |my )?(?<tag>#[^ ]+|.+?${THING}|(?:tag|label|list) [^ ]+) (?:to|into) (?<name>.+)$`,
  ),
  rule(
    "recolour",
    `^(?:change|set|make|update|turn) (?:the )?colou?r (?:of|for) (?:the |my )?(?<tag>.+?)${THING}?(?: to| into| as| be)* ${COLOR}$`,
  ),
  rule(
    "recolour",
    `^(?:change|set|update|make|turn|give|switch) (?:the |my )?(?<tag>.+?)${THING}? (?:a |the )?(?:colou?r )(?:to |into |as |of )*${COLOR}$`,
  ),
  rule(
    "recolour",
    `^(?:change|set|make|turn|give|switch|paint|colou?r|recolou?r) (?:the |my )?(?<tag>#[^ ]+|.+?(?=${THING} ))${THING}?(?: to| into| as| an?| be| in)* ${COLOR}(?: colou?r)?$`,
  ),
  rule("recolour", `^(?:make|turn|colou?r|recolou?r) (?:the |my )?(?<tag>[^ ]+)(?: to| into| in)? ${COLOR}$`),
];
