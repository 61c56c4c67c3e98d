import fc from "fast-check";
import { expect, test } from "vitest";
import { type OwnTurn, steps } from "@/db/changes/stack";

const made = (id: string): OwnTurn => ({ id, undoes: null });

test("undo takes what was done last, redo what was undone last", () => {
  const turns = [made("a"), made("b"), { id: "b'", undoes: "b" }];
  expect(steps(turns)).toMatchObject({ undo: { root: "a", turn: "a" }, redo: { root: "b", turn: "b'" } });
  const again = [...turns, { id: "b''", undoes: "b'" }];
  expect(steps(again)).toMatchObject({ undo: { root: "b", turn: "b''" }, redo: undefined });
});

test("nothing is redone once something else was done", () => {
  expect(steps([made("a"), { id: "a'", undoes: "a" }, made("b")])).toMatchObject({
    undo: { root: "b" },
    redo: undefined,
  });
});

test("what was undone by its own button, out of turn, is no step any more, and can be redone", () => {
  const turns = [made("a"), made("b"), { id: "a'", undoes: "a" }];
  expect(steps(turns)).toMatchObject({ undo: { root: "b" }, redo: { root: "a", turn: "a'" } });
});

test("an undo of what lies further back than one looks is no step", () => {
  expect(steps([{ id: "x'", undoes: "x" }])).toEqual({ undo: undefined, redo: undefined });
});

test("what stands in the way is gone past", () => {
  expect(steps([made("a"), made("b")], ["b"])).toMatchObject({ undo: { root: "a" } });
});

test("whatever is done, undone and redone, it is an editor's stack", () => {
  const acts = fc.array(fc.constantFrom("do", "undo", "redo"), { maxLength: 40 });
  fc.assert(
    fc.property(acts, (wanted) => {
      const turns: OwnTurn[] = [];
      const done: string[] = [];
      let undone: string[] = [];
      for (const [at, act] of wanted.entries()) {
        const id = String(at);
        const { undo, redo } = steps(turns);
        expect([undo?.root, redo?.root]).toEqual([done.at(-1), undone.at(-1)]);
        if (act === "do") {
          turns.push(made(id));
          done.push(id);
          undone = [];
        } else if (act === "undo" && undo) {
          turns.push({ id, undoes: undo.turn });
          undone.push(done.pop() ?? "");
        } else if (act === "redo" && redo) {
          turns.push({ id, undoes: redo.turn });
          done.push(undone.pop() ?? "");
        }
      }
    }),
  );
});
