import { type Rule, rule } from "./rule";

const DEED =
  "(?:changes?|edits?|moves?|renames?|renaming|updates?|additions?|actions?|steps?|things?|ones?|turns?|operations?|commands?|mistakes?|requests?|tags?|rescheduling)";
const WHICH =
  "(?:the|my|your|that|this|those|these|all|last|latest|previous|recent|most recent|whole|entire|first|other|two|three|four|few|\\d+|of|both)";
const GERUND = "(?:adding|renaming|moving|changing|editing|tagging|rescheduling|marking|skipping)";
const WHAT = `(?:it|that|this|those|these|them|both|everything|all(?: of)?(?: (?:it|that|this|those|these|them))?|the lot|the last|(?:${WHICH} )+${DEED}(?: (?:you|i|we|that|which|to|of|from|in|on) .*)?|(?:what|whatever|everything) (?:you|i|we)\\b.*|${GERUND} .+)`;
const BACK =
  "(?:take (?:that|it|this|those|them|everything) back|(?:put|change|turn|set) (?:it|that|them|everything|things) back)";
const HOW = "(?: (?:to )?(?:the way|how|as|like)\\b.*)?";
const MORE =
  "(?: (?:please|now|again|instead|then|too|as well|all|immediately|entirely|completely|right away|after all|straight away|twice|once more))*(?: ,.*| (?:because|since|it was|that was|i)\\b.*)?";

/** Taking the last deed back, and only that: "undo the knots" and "undo is not what I want" are something else. */
export const undoing: Rule[] = [
  rule("undo", `^(?:(?:undo|revert|rollback|roll back|reverse)(?: ${WHAT})?|${BACK}${HOW})${MORE}$`, {
    unless:
      /\b(?:un ?delete|trash|delet(?:ion|e) of|completion)\b|, (?:[a-z]+ )?(?:no|not|do not|never|nothing)\b(?! what)/,
  }),
];

/** An undo that is weighed, told of or asked about, and not asked for: "should I undo that", "I can undo it". */
export const MUSING =
  /^(?:(?:so|and|but|ok|okay|hey|wait|no|hmm|well|,) )*(?:(?:should|shall|can|could|may|might|must|do|did|would|will)(?: not)? (?:i|we|one)\b|(?:should|must|do|did|are)(?: not)? you\b|(?:is|are|was|would) (?:it|there|that)\b|(?:i|we) (?:can|could|will|shall|should|must|might|may|would(?! (?:like|love))|am going|have|had|was|were|did)\b|if\b|how\b|what\b|why\b|when\b)/;
