/** How many characters (code points) the database keeps; a test holds them against the operations' own schemas. */
export const limits = {
  title: 200,
  description: 1000,
  tag: 50,
  conversation: 200,
  message: 10_000,
  search: 200,
} as const;
