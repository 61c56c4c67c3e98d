import type { Refusal } from "@/components/shell/answer";

/** What a form hears back; `undefined` before it was sent. Success usually leads elsewhere and says nothing. */
export type Answer =
  | { ok: true; message?: string; userId?: string }
  | { ok: false; message: string; errors?: Array<{ path: string; message: string }>; reason?: Refusal["reason"] }
  | undefined;

/** What is wrong with one field. */
export function fault(answer: Answer, path: string): string | undefined {
  return answer && !answer.ok ? answer.errors?.find((error) => error.path === path)?.message : undefined;
}
