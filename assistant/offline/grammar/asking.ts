import { ALREADY, ASKING, about, aboutOrDated, DONE, dated, type Rule, rule } from "./rule";

// Behind "did I" these ask what is on the list or has been said, and not whether something is done.
const NO_DEED =
  "(?:have|had|need|want|put|add|include|list|got|say|said|tell|told|ask|asked|mean|miss|missed|forget|forgot|been)";
const MANAGED =
  "(?:ever|really|manage to|managed to|get around to|get round to|do|done|finish|finished|complete|completed)";

/** Questions about the list; the group `deed` is what may have been done. */
export const asking: Rule[] = [
  rule(
    "show",
    `^(?:is|are|was|were|(?:did|have) (?:not )?(?:i|we) (?:get|got)) (?<deed>.+?) ${ALREADY}${DONE}(?: yet)?$`,
  ),
  rule(
    "show",
    `^(?:did|have) (?:not )?(?:i|we) (?!${ALREADY}${NO_DEED}\\b)${ALREADY}(?:${MANAGED} )*(?<deed>.+?)(?: (?:yet|already|or not))*$`,
    { when: ({ topic }) => !topic },
  ),
  rule("show", ASKING, { when: about }),
  rule(
    "show",
    "^(?:what|which|anything|any|how (?:many|much|is|does|busy|full|booked)|in|are there|is there|was there|were there|when (?:am|do|is|are|was|were|will|should)|where|who|is|are)\\b.*\\b(?:i|me|my|we|our|us)\\b",
    {
      when: aboutOrDated,
    },
  ),
  rule("show", "^(?:do|did|am|have|will|are|were|was) (?:i|we|you)\\b.*", { when: aboutOrDated }),
  rule("show", "^(?:how (?:many|much)|what)\\b.*\\b(?:i|we|my)\\b.*\\b(?:left|to do|to get done)(?: .*)?$"),
  rule(
    "show",
    "^how (?:long|soon|many days|many weeks)(?: is it| do i have| is left)? (?:until|till|to|before) (?<what>.+)$",
  ),
  rule("show", "^(?:anything|what) (?:am i|i am|we are|are we|i might be|i may be) (?:forgetting|missing)\\b.*$"),
  rule(
    "show",
    "^(?:check|see|find out|tell me|let me know|look) (?:to see )?(?:if|whether) (?:i|we|my|the|there)\\b.*$",
  ),
  rule(
    "show",
    "^(?:tell me |show me |know )?(?:how|what|is|are)\\b.*\\bmy (?:day|week|weekend|month|morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b.*$",
  ),
  rule("show", "^(?:do|did) (?:i|we) (?:have|need|want|put|add|already)\\b.*"),
  rule(
    "show",
    "^(?:what is|what are|what do i|what have i|what am i|what did i|what should i|what has|what else|what was|what were|is there|are there|anything|any|who|how is|how does) .*",
    { when: dated, unless: /\b(?:news|weather|stock|stocks|market|world|score|game|traffic)\b/ },
  ),
  rule(
    "show",
    "^what (?:is|do i have|have i got) (?:on|up|next|left|new|first|else|there|to do|going on|happening|planned)\\b(?: (?:for )?(?:me|today|now|next|to do|then))*$",
  ),
  rule(
    "show",
    "^what (?:do i|should i|am i|can i|must i|have i|did i|was i|were)\\b.* (?:do|buy|get|need|shop|shopping|shop for|doing|remember|to do|tackle|work on|left|next|first|forget|on|put|done|finish|complete|start)\\b.*$",
  ),
  rule("show", "^when (?:is|are|was|were|will|do i|am i|does) (?!it (?:best|cheapest|safe|ok|good)\\b)(?<what>.+)$"),
  rule("show", "^what time (?:is|are|does|do|will) (?:my|the|our|that|i)\\b.*$"),
  rule(
    "show",
    "^(?:how many|what|which)\\b.*\\b(?:are|is|left|remain|remaining|done|tagged|completed|finished|priority)\\b.*$",
    { when: about },
  ),
  rule(
    "show",
    `^(?:what|which)(?: (?:tasks|things|ones))?(?: (?:have|did|has|had|are|is|were|was|i|we|been|already|just))* (?:${DONE}|finish|complete|do|deleted|tick off)\\b.*$`,
  ),
  rule("show", "^(?:which|what) (?:ones|of (?:them|those|these|my))\\b.*$"),
  rule("show", "^(?:is|are|was) (?:it|that|this|those|they|there)\\b.*$", { when: aboutOrDated }),
];
