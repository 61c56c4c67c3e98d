import { ASKING, type Rule, rule } from "./rule";

/** Leaving one time of a repeating task out. */
export const skipping: Rule[] = [
  rule("skip", "^(?:(?:i|we) (?:am |are |will |will be )?)?(?:skip|skipping)(?: out| over| out on)? (?<what>.+)$", {
    unless: /^skip (?:it|that|this|to|ahead|forward|back|through)(?: please| now)?$|^skip (?:to|ahead|forward|back) /,
  }),
  rule("skip", "^(?:leave out|pass on|sit out|pass over) (?<what>.+)$", { unless: new RegExp(ASKING) }),
  rule(
    "skip",
    "^(?:leave|give|let) (?<what>(?:the|my|our|this|that|next|today|tomorrow) .+?) (?:out|a miss)(?<rest> .+)?$",
    {
      unless: new RegExp(ASKING),
    },
  ),
];
