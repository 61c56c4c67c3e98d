/** Messages and answers, for each user: in a minute and in a day. */
export const RATES = [
  { max: 60, seconds: 60, words: "Too many messages at once. Wait a moment." },
  { max: 2_000, seconds: 24 * 60 * 60, words: "You’ve reached today’s limit. Come back tomorrow." },
];
