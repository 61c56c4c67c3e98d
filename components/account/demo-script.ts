/** What the picture on the landing page shows. A test plays it in the app, so that it promises nothing else. */
export const typed = "Call mum tomorrow 5pm #family !high";
export const said = "Add buy oat milk, rye bread, lemons today at 5pm #errands. And move redraw figure 3 to tomorrow.";

/** What the built-in assistant answers, line by line; a number is a day, counted from today. */
export const answers: ReadonlyArray<ReadonlyArray<string | number>> = [
  ["Added “Buy oat milk, rye bread, lemons” to errands for today, ", 0, ", 17:00."],
  ["Moved “Redraw figure 3” to tomorrow, ", 1, "."],
];
