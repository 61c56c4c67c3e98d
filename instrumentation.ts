/** Next calls it once, when a server starts. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: put in by the compiler, which then keeps Node's modules out of the edge bundle
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { start } = await import("@/instrumentation-node");
  await start();
}
