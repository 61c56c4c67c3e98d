import { DONE, HERS, type Rule, rule, UNDONE } from "./rule";

/** Taking back a deletion or a completion. */
export const restoring: Rule[] = [
  rule("restore", `^(?:restore|undelete|un delete|recover|untrash)\\b ?(?<what>.*)`),
  rule(
    "restore",
    "^(?:bring|get|put|take|pull|fetch|move|want|need)(?: me)? (?<what>.+?) (?:back(?: (?:from|out of|on|onto|to|in|into) .*)?|(?:out of|from) (?:the |my )?(?:trash|bin|deleted))$",
    {
      unless:
        /\bback (?:to|by|until|till|on) (?!(?:my|the|our) )|\bback (?:\d|an? |one|two|three)|\bout (?:of|from) (?!the (?:trash|bin))/,
      when: ({ date }) => !date,
    },
  ),
  rule("restore", "^(?:bring|get|put) back (?<what>.+)$"),
  rule("reopen", `^(?:reopen|re open|uncheck|untick|unmark|uncomplete|unfinish)\\b ?(?<what>.*)`),
  rule("reopen", `^(?:mark|set|make|turn|put) (?<what>.+?) (?:back )?(?:as |to |to be )?(?:being )?${UNDONE}$`),
  rule(
    "reopen",
    `^(?<what>.+?) (?:is|are|was|were) not (?:actually |really |in fact )?(?:${DONE})(?: yet| after all| though)*$`,
  ),
  rule(
    "reopen",
    `^${HERS} (?:have|did|do) not (?:actually |really |in fact )?(?:finish|finished|complete|completed|do|done) (?<what>.+?)(?: yet| after all| though)*$`,
  ),
  rule(
    "reopen",
    "^(?:i|we) (?:did|have) not (?:actually|really|in fact) (?<what>[a-z]+ .+?)(?: yet| after all| though)*$",
    {
      unless: /\b(?:know|mean|want|say|ask|think|like|understand|sure)\b/,
    },
  ),
];
