/** In milliseconds. */
const LOOK_EVERY = 500;

/**
 * Stops a server whose `npm start` was stopped: npm signals the shell between them, which dies of it and tells nobody. In other
 * hands, the process that started us may go and leave us running.
 */
export function stopWithNpm(): void {
  // biome-ignore lint/style/noProcessEnv: npm's word, no setting
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_EVERY);
  timer.unref();
}
