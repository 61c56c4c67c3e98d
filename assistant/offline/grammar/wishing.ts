import * as w from "../lexicon";
import { ASKING, about, aboutOrDated, HERS, type Rule, rule } from "./rule";

/** What should be, or be done, said of the thing: "milk needs to be added". */
export const wishing: Rule[] = [
  rule(
    "add",
    `^(?:${HERS} )?(?:would like|want|need|have|must have|get|make sure|ensure|see(?: to it)?|be sure)?(?: that| to have| to see| to get| to be| a| an)* ?(?<what>.+?) (?:(?:to be|get|gets|be|is|are|needs? to (?:be|go|get)(?: put)?|has to be|have to be|should (?:be|go)|must be|ought to be|go(?:es)?|put)(?: |$))?(?:${w.added})?(?: down| up| in)? ?(?<rest>(?:to|on|onto|in|into|as) (?:my|the|our|a|this) .*)$`,
    {
      unless: new RegExp(
        `${ASKING}|\\b${w.removed}\\b|^${w.show}\\b|^(?:my|the|today|all|tomorrow)\\b(?!.* (?:needs?|should|must|has|ought|goes|have)\\b)|^(?:list|lists|reminders?|to dos?|tasks?|things?|events?|meetings?|everything|anything|on|in) |\\b(?:looks? like|is what|are what)\\b|^(?:i|we) (?:did|had|would like to (?:hear|know|see)|want to (?:hear|know|see)|have what)`,
      ),
      when: about,
    },
  ),
  rule(
    "add",
    `^(?:${HERS} )?(?:would like|want|need|have)?(?: to have| a| an)* ?(?<what>.+?) (?:to be |needs? to be |has to be |should be |must be |be |gets? |is )?${w.added}(?<rest> .*)?$`,
    {
      when: aboutOrDated,
      unless: new RegExp(`${ASKING}|^${w.show}\\b`),
    },
  ),
  rule(
    "delete",
    `^(?:${HERS} )?(?:would like|want|need|have|make sure|ensure)?(?: that| to have| to see| a| an)* ?(?<what>.+?) (?:to be |needs? to be |has to be |should be |must be |be |gets? |is |are )?${w.removed}(?<rest> .*)?$`,
    {
      unless: new RegExp(
        `${ASKING}|^${w.show}\\b|^i (?:have )?(?:just |already )?(?:deleted|removed|cleared|cancell?ed)`,
      ),
    },
  ),
  rule(
    "complete",
    `^(?:${HERS} )?(?:would like|want|need|have)?(?: to have)* ?(?<what>.+?) (?:to be |needs? to be |should be |can be |be )(?:${w.completed}|marked (?:as )?done)(?: .*)?$`,
    { when: about },
  ),
  rule(
    "change",
    `^(?:${HERS} )?(?:would like|want|need|have)(?: to have)* ?(?<what>.+?) (?:to be |be )?${w.moved}(?: (?<to>.*))?$`,
  ),
];
