import * as w from "../lexicon";
import { type Rule, rule } from "./rule";

const ACT = `(?:${w.add}|${w.put}|${w.create}|${w.remove}|${w.complete}|${w.move}|${w.edit}|rename|retitle|reword|reopen|restore|undelete|recover|undo|revert|rollback|roll back|reverse|check|tick|cross|uncheck|untick|tag|untag|label|prioriti[sz]e|make|take|bring|turn|skip|touch|do)`;
const BEFORE =
  "(?:please|just|no|ok|okay|oh|and|but|so|,|i|we|you|it|that|do|does|did|should|must|may|might|can|could|will|would|shall|need|ought|had|have|better|rather|prefer|really|definitely|certainly)";
const NOT = "(?:not|never|under no circumstances|by no means|no need to)";
const BETWEEN =
  "(?:want|wish|like|mean|intend|you|to|ever|please|dare|just|actually|really|yet|go|ahead|and|,|under any circumstances|on any account|now|accidentally|even|try)";
const REFUSED = `^(?:${BEFORE} )*${NOT}(?: ${BETWEEN})* ${ACT}\\b`;
const PAST = /^(?:i|we) (?:did|have|had|could) not\b/;

/** Saying what is not to be done: "do not rename it", "undo nothing". */
export const refusing: Rule[] = [
  rule("no", REFUSED, { unless: PAST }),
  rule("no", `^${ACT}(?: back)? (?:nothing|none)\\b`),
];

const refused = new RegExp(REFUSED);

const begun = new RegExp(`^(?:${BEFORE} )*${NOT}\\b(?! (?:let|forget)\\b)`);

/** Whether a line begins like a refusal, of whatever. */
export const forbids = (plain: string) => begun.test(plain) && !PAST.test(plain);

/** Whether a line forbids something, where "not milk, bread" only corrects. */
export const isRefusal = (plain: string) => refused.test(plain) && !PAST.test(plain) && !plain.startsWith("not ");

const RETRACTION =
  /^(?:(?:no|oh|wait|actually|hmm|um|sorry|hold on|on second thoughts?|well|but|please|just|ok|okay|,) )*(?:do not(?: do (?:it|that|any of (?:it|that)))?|never mind|nevermind|forget (?:(?:about )?(?:it|that)|i (?:said|asked)(?: (?:it|that|anything))?)|(?:scratch|strike|cancel|ignore|disregard) that|leave it(?: (?:alone|be|as it is))?|no)(?: (?:please|thanks|after all|yet|now|then|,))*$/;

/** Whether a clause takes back what was asked for right before it: "actually, don't", "no wait, never mind". */
export const retracts = (plain: string) => RETRACTION.test(plain);
