import "server-only";
import { sql } from "drizzle-orm";
import { given, statement } from "@/db/statement";

/**
 * A question that the assistant asked before acting. `plan` is what it showed; `kept`: of its rows, the ids left standing, null is
 * all.
 */
export type Approval = {
  conversationId: string;
  approvalId: string;
  toolCallId: string;
  toolName: string;
  input: unknown;
  plan: unknown;
  decision: "approved" | "denied" | null;
  kept: string[] | null;
  isUsed: boolean;
};

const columns = sql`
  conversation_id as "conversationId", approval_id as "approvalId", tool_call_id as "toolCallId", tool_name as "toolName",
  input, plan, decision, kept, used_at is not null as "isUsed"`;

const own = sql`
  user_id = ${given("userId")} and conversation_id = ${given("conversationId")} and deleted_at is null`;

const asked = statement<Approval>(
  "approvals_ask",
  sql`
    insert into approvals as a (user_id, conversation_id, approval_id, tool_call_id, tool_name, input, plan)
    select c.user_id, c.id, ${given("approvalId")}, ${given("toolCallId")}, ${given("toolName")}, ${given("input")}::jsonb,
      ${given("plan")}::jsonb
    from conversations c
    where c.user_id = ${given("userId")} and c.id = ${given("conversationId")} and c.deleted_at is null
    on conflict do nothing
    returning ${columns}`,
);

const decided = statement<Approval>(
  "approvals_decide",
  sql`
    update approvals set
      decision = case when ${given("approved")}::boolean then 'approved' else 'denied' end,
      kept = ${given("kept")}::jsonb,
      decided_at = now()
    where ${own} and approval_id = ${given("approvalId")} and decision is null
    returning ${columns}`,
);

const used = statement<Approval>(
  "approvals_use",
  sql`
    update approvals set used_at = now()
    where ${own} and tool_call_id = ${given("toolCallId")} and tool_name = ${given("toolName")}
      and input = ${given("input")}::jsonb and decision = 'approved' and used_at is null
    returning ${columns}`,
);

const listed = statement<Approval>("approvals_list", sql`select ${columns} from approvals where ${own} order by id`);

type Call = { conversationId: string; toolCallId: string; toolName: string; input: unknown };

/**
 * Asks the user's leave for one tool call with just this input.
 * @returns undefined when the conversation is no living one of the user's, or this was asked already.
 */
export async function ask(
  userId: string,
  { input, plan = null, ...call }: Call & { approvalId: string; plan?: unknown },
): Promise<Approval | undefined> {
  const [row] = await asked({ userId, ...call, input: JSON.stringify(input), plan: JSON.stringify(plan) });
  return row;
}

/**
 * Keeps the user's answer.
 * @returns undefined when there is no such question, or it was answered already.
 */
export async function decide(
  userId: string,
  answer: { conversationId: string; approvalId: string; approved: boolean; kept?: string[] },
): Promise<Approval | undefined> {
  const [row] = await decided({ userId, ...answer, kept: answer.kept ? JSON.stringify(answer.kept) : null });
  return row;
}

/**
 * Spends an approval on the call that it was given for: the same conversation, call, tool and input, and once only.
 * @returns undefined when there is none to spend.
 */
export async function use(userId: string, call: Call): Promise<Approval | undefined> {
  const [row] = await used({ userId, ...call, input: JSON.stringify(call.input) });
  return row;
}

/** What was asked in a conversation, oldest first. */
export async function list(userId: string, { conversationId }: { conversationId: string }): Promise<Approval[]> {
  return listed({ userId, conversationId });
}
