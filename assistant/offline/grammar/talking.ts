import { type Rule, rule } from "./rule";

/** Talk that is about no task. */
export const talking: Rule[] = [
  rule(
    "thanks",
    "^(?:many |much )?(?:thank you|thanks|thx|ty|cheers|great|perfect|awesome|nice|cool|lovely|brilliant|well done|good job|that is all|much appreciated)(?: (?:so|very|much|you|a lot|again|work|job|that|is|was|great|perfect|it|all|for|now|then|everything|the|help|your|helping))*$",
  ),
  rule(
    "greet",
    "^(?:hi|hello|hey|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|again|tandem|you|all|everyone|buddy|friend))*$",
  ),
  rule(
    "yes",
    "^(?:yes|yep|yeah|yup|ya|sure|ok|okay|correct|right|exactly|indeed|affirmative|absolutely|definitely|certainly|of course|please do|do it|go ahead|do that|go for it|sounds good|that is (?:right|correct|it|fine|good)|fine|agreed|confirm|confirmed)(?: (?:yes|yep|please|do|it|that|is|right|correct|sure|ok|ahead|go|thanks|fine|good|add|delete|complete|move))*$",
  ),
  rule(
    "no",
    "^(?:no|nope|nah|naw|nay|negative|never|not really|not now|not that|not at all|no way|do not|i do not think so|rather not)(?: (?:no|thanks|thank|you|way|not|that|do|it|please|is|wrong|now|don't))*$",
  ),
  rule(
    "stop",
    "^(?:stop|cancel|quit|abort|nevermind|never mind|forget (?:it|that|about it|the whole thing|all about it|all (?:of )?that)|leave (?:it|that)(?: be| alone)?|nothing|skip(?: it| that)?|hold on|wait|be quiet|shut up|silence|enough|pause)(?: (?:it|that|please|now|everything|this|what|you|are|were|doing|talking|no|thanks))*$",
  ),
  rule(
    "again",
    "^(?:(?:please )?(?:repeat|say|tell me)(?: (?:that|it|yourself|this))?(?: (?:again|please|one more time|once more))*|(?:once more|one more time|come again|pardon|pardon me|what|what did you say|sorry|excuse me)(?: (?:again|please|what))*)$",
  ),
  rule(
    "help",
    "^(?:help(?: me)?$|what (?:else )?(?:can|could|do) (?:you|i) (?:do|help|ask|say|know)|what (?:are|is) (?:you|your) (?:able|capable|good|skills|capabilities|abilities|features|commands)|what (?:things|kinds? of|sorts? of|types? of|stuff|questions|tasks) .*\\b(?:you|ask)\\b|how (?:do|can) (?:i|you) (?:use|work|talk|help)|who are you|what are you|how does this work|tell me (?:what|about) (?:you|yourself)\\b)",
  ),
  rule(
    "clock",
    "^(?:tell me |show me |give me |let me know |say |i want |do you know |can i have )?(?:what (?:is |was |will be )?(?:it today|(?:the )?(?:current |exact )?(?:time|date|day|week|month|year|hour)\\b)|(?:the |today |current )*(?:time|date|day|hour)(?: (?:today|now|it is|is it|please|right now|current))*$|what day |what time is it|which (?:day|date)|day on|is (?:it|today) )(?! (?:does|do|will|should|did)\\b)(?!.*\\b(?:my|task|meeting|due|start|starts|begin|begins|end|ends|true|alarms?|appointment|list|schedule|calendar|event|reminder|done|finished|completed?|overdue)\\b)",
  ),
];
