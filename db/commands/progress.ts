const WIDTH = 30;
/** In milliseconds, between two drawings. */
const PAUSE = 100;

/** Draws a bar in the terminal while something goes on; draws nothing where there is no terminal. Call it as often as you like. */
export function progress(what: string, terminal = process.stderr): (done: number, all: number) => void {
  let drawn = 0;
  return (done, all) => {
    if (!terminal.isTTY || (Date.now() - drawn < PAUSE && done < all)) return;
    drawn = Date.now();
    const share = all > 0 ? Math.min(done / all, 1) : 1;
    const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
    const figures = `${done.toLocaleString("en")} of ${all.toLocaleString("en")} ${what}`;
    terminal.write(`\r${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${figures}${share === 1 ? "\n" : ""}`);
  };
}
