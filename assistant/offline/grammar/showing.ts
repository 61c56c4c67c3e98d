import * as w from "../lexicon";
import { aboutOrDated, type Rule, rule } from "./rule";

/** Commands to show something. */
export const showing: Rule[] = [
  rule("show", `^(?:${w.show})\\b(?: |$)(?<what>.*)$`, {
    when: aboutOrDated,
    unless:
      /\b(?:news|weather|stocks?|market|voicemails?|contacts?|books?|movies?|restaurants?|prices?|coupons?|score|recipes?|photos?|videos?|articles?|local|real estate)\b/,
  }),
  rule(
    "show",
    `^(?:show|list|tell|give|read|display|see|find|search|look for|search for|look up|check|pull up)(?: me| us| out| off| back| up)*(?: for)? (?<what>(?:it|them|those|these|that|this|all|everything|more|the rest|my|our|the ones?|what is (?:left|next|new|on|there|up)|what i (?:have|need|should|got|must))\\b.*)$`,
    {
      unless: /\b(?:voicemails?|contacts?|phone|account|bank|email|photos?|address|screen|balance|bill)\b/,
    },
  ),
  rule("show", `^(?:find|search|search for|look for|show me|show) (?<what>(?:the |my |a )?\\S+(?: \\S+){0,3})$`, {
    unless: /\b(?:articles?|news|videos?|examples?|top|best|restaurants?|cool|images?)\b/,
  }),
  rule(
    "show",
    "^(?:everything|anything|all|all of it|more|what else|the rest)(?: (?:today|tomorrow|overdue|due|left|open|please).*)?$",
  ),
];
