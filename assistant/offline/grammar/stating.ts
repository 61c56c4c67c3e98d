import * as w from "../lexicon";
import { about, aboutOrDated, dated, type Rule, rule } from "./rule";

/** What is said of one's own duties, or is only a title. */
export const stating: Rule[] = [
  rule("show", "^(?:my |the )?(?:list|reminders?|to dos?|tasks?|agenda|schedule|calendar|lists)\\b"),
  rule(
    "show",
    `^(?:(?:my|the|our|all|any|any other|latest|next|upcoming|current|pending|overdue|open|today|tomorrow|this week|weekly|daily|completed|up|on|next week|reminders|tasks|events|meetings|to dos|lists?) ?)+(?<what>.*)$`,
    {
      when: about,
      unless: new RegExp(`\\b(?:needs?|should|must|has to|have to|add|remove|put)\\b|^on ${w.weekday}`),
    },
  ),
  rule(
    "show",
    "^(?:i|we) (?:would like|want|need|have|must|got|wonder|wanted|am wondering|should)\\b(?: to)? (?:know|hear|see|check|remember|what|my|view|review|if|whether|get|some|look)\\b ?(?<what>.*)$",
    {
      when: aboutOrDated,
      unless:
        /^(?:i|we) (?:need|have|got|must|want|should|would like)(?: to)? (?:see|check|get|review|look|remember|some)\\b/,
    },
  ),
  rule(
    "show",
    "^(?:i|we) (?:would like|want|need|wonder|wanted) (?:to (?:know|hear|see|check|go over|look|remember)|my|what|if|whether)\\b ?(?<what>.*)$",
    { when: about },
  ),
  rule(
    "add",
    `^(?:i|we) (?:would like|want|need|could use)(?: to (?:have|get|make|set|create|plan|schedule|book|add|set up))? (?:an?|another|my|the|some|one)? ?(?:\\S+ ){0,2}?(?<what>(?:${w.item}|lists?)\\b.*)$`,
    { unless: /\b(?:was|were|is|are|looks?)\b|\b(?:do|know|read|hear|see|check)\b/ },
  ),
  rule(
    "add",
    "^(?:i|we) (?:need|have|must|got|should|want|ought|am supposed|am going|will|am|would like|plan|intend|are|have got|am planning|am meant)(?: to)? (?<what>.+)$",
    {
      when: dated,
      unless: /\b(?:find|know|look up|information|help|how|why|laptop|phone)\b/,
    },
  ),
  rule("add", "^there (?:is|are|will be) (?:going to be )?(?<what>(?:an? |my |the |our |some |another )?.+)$", {
    when: dated,
    unless: /\b(?:any|no|not|news|weather|why|how|what)\b/,
  }),
  rule("offer", "^(?:i|we) (?:need|have|must|got|should|want|ought|have got|am supposed|plan)(?: to)? (?<what>.+)$", {
    unless:
      /^(?:i|we) (?:need|want|have|would like)(?: to)? (?:find|know|look|learn|understand|hear|say|see|help|you|that|it|a question|no|not|talk|upgrade|renew|be|what|information)\b/,
  }),
  rule(
    "add",
    "^(?<what>(?!(?:write (?:me|us)|what|which|who|when|where|why|how|is|are|do|does|did|can|could|will|would|should|tell|show|give|find|look|search|play|check|turn|open|read|send (?!me an? )|get me|let me|stop|start|i am|it is|that|this|there|set|make|put|mark|has|was|were|if|yes|no)\\b).+)$",
    {
      when: dated,
      unless:
        /\b(?:news|weather|stocks?|market|score|game|war|movies?|price|prices|traffic|flight status|is|are|was|were|happened|will|would|did|does)\b/,
    },
  ),
  rule("offer", `^(?<what>${w.chore} .+)$`, {
    unless:
      /^do (?:i|you|we|they|the|not)\b|\b(?:website|browser|wikipedia|internet|phone|text|app|status|wifi|news|voicemail|again|once more|one more time)\b|^(?:ask|see|check|do) |^(?:read|send|make|open|check|change|learn|review|write|print|reply|tell|get|sign|ask|go|start|run|study|update) (?:text|me)\b/,
  }),
];
