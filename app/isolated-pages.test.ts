import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { createElement, type ReactNode } from "react";
import { prerender } from "react-dom/static";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { aHousehold, SECRET } from "@/db/testing-household";
import { owned } from "@/db/testing-owned";

/**
 * Every page × every id in its address × whose id that is × who asks, as isolation.test.ts does for the other doors: each is rendered
 * in its frame, client components and all, and read as HTML.
 */
type Household = Awaited<ReturnType<typeof aHousehold>>;

/** The pages, and for those that an id leads to, what it is of. */
const matrix: Record<string, keyof Household["alive"] | undefined> = {
  "(app)/chat": undefined,
  "(app)/chat/[id]": "conversation",
  "(app)/completed": undefined,
  "(app)/conversations": undefined,
  "(app)/no-date": undefined,
  "(app)/search": undefined,
  "(app)/settings": undefined,
  "(app)/tags": undefined,
  "(app)/tags/[id]": "tag",
  "(app)/tasks": undefined,
  "(app)/today": undefined,
  "(app)/trash": undefined,
  "(app)/upcoming": undefined,
  "(public)": undefined,
  "(public)/reset": undefined,
  "(public)/sign-in": undefined,
  "(public)/sign-up": undefined,
};

const world = vi.hoisted(() => ({ user: undefined as unknown }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers(),
}));
vi.mock("next/server", () => ({ connection: async () => {} }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => ({ push() {}, replace() {}, refresh() {}, prefetch() {} }),
  usePathname: () => "/",
  useParams: () => ({}),
  useSearchParams: () => new URLSearchParams(),
}));
// Next handles a promise that is left without a listener when its page redirects; here nothing does.
vi.mock("@/app/(app)/knowing", async (original) => {
  const actual = await original<typeof import("@/app/(app)/knowing")>();
  const heard = () => {
    const things = actual.knowing();
    things.catch(() => {});
    return things;
  };
  return { ...actual, knowing: heard };
});
vi.mock("@/auth", async () => {
  const { redirect } = await import("next/navigation");
  return {
    currentUser: async () => world.user,
    currentToken: async () => undefined,
    requireUser: async () => world.user ?? redirect("/sign-in"),
  };
});

const root = import.meta.dirname;
const pages = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("page.tsx"))
  .map((path) => path.replace(/\/?page\.tsx$/, ""));

type Props = { params: Promise<object>; searchParams: Promise<object> };
type Module = { default: (props: Props) => ReactNode; generateMetadata?: (props: Props) => Promise<object> };
type Frame = { default: (props: { children?: ReactNode }) => ReactNode };

/** The page in its layouts as HTML, its title, and what its rendering ended in: a redirection, or nothing found. */
async function visit(page: string, params: object, query: object): Promise<string> {
  const { default: Page, generateMetadata }: Module = await import(join(root, page, "page.tsx"));
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(query) };
  const ends = new Set<string>();
  const failures: unknown[] = [];
  const onError = (error: unknown) => {
    const end = error instanceof Error && "digest" in error ? String(error.digest) : "";
    if (end.startsWith("NEXT_")) ends.add(end);
    else failures.push(error);
  };
  const title = await Promise.resolve(generateMetadata?.(props)).catch(onError);
  const html = await framed(page, Page(props))
    .then((tree) => prerender(tree, { onError, progressiveChunkSize: Number.POSITIVE_INFINITY }))
    .then(({ prelude }) => new Response(prelude).text())
    .catch(onError);
  expect(failures).toEqual([]);
  return [JSON.stringify(title), ...ends, html].join("\n");
}

/** Within the layouts of its folder and of those around it. */
async function framed(folder: string, children: ReactNode): Promise<ReactNode> {
  if (folder === ".") return children;
  const file = join(root, folder, "layout.tsx");
  const layout: Frame | undefined = existsSync(file) ? await import(file) : undefined;
  return framed(dirname(folder), layout ? createElement(layout.default, null, children) : children);
}

let ada: Household;
let bob: Household;
let before: Awaited<ReturnType<typeof owned>>;
beforeAll(async () => {
  [ada, bob] = [await aHousehold(), await aHousehold("own")];
  before = await owned(ada.user.id);
});

test("every page is in the matrix", () => {
  expect(pages.toSorted()).toEqual(Object.keys(matrix).sort());
});

const MALFORMED = ["1", "\0", "'; drop table tasks --", "00000000-0000-0000-0000-00000000000g"];

describe.each(Object.entries(matrix))("%s", (page, of) => {
  const own = () => of && bob.alive[of];
  /** Whatever a page may take for an id, in its path and after it. */
  const ways = [
    ...(of ? [(id: string) => visit(page, { id }, {})] : []),
    (id: string) => visit(page, { id: own() }, { task: id, chat: id, tag: id, id, q: "a" }),
  ];
  const told = async (way: (id: string) => Promise<string>, id: string) => (await way(id)).replaceAll(id, "<id>");

  test("shows nothing of another's, nor that it is there, nor what was deleted", async () => {
    world.user = bob.user;
    for (const way of ways) {
      const never = await told(way, randomUUID());
      const theirs = {
        ...ada.alive,
        ...Object.fromEntries(Object.entries(ada.deleted).map(([k, v]) => [`gone ${k}`, v])),
      };
      for (const [kind, id] of [...Object.entries(theirs), ...Object.entries(bob.deleted)]) {
        const html = await told(way, id);
        expect(html, kind).not.toContain(SECRET);
        expect(html, kind).toBe(never.replaceAll(id, "<id>")); // their own trash lists it in any case
      }
      for (const id of MALFORMED) expect(await way(id)).not.toContain(SECRET);
    }
    expect(await owned(ada.user.id)).toEqual(before);
  });

  test("sends who is signed out to sign in", async () => {
    world.user = undefined;
    for (const way of ways) {
      const never = await told(way, randomUUID());
      if (page.startsWith("(app)")) expect(never).toContain("NEXT_REDIRECT");
      for (const id of [...Object.values(ada.alive), ...MALFORMED]) {
        const html = await told(way, id);
        expect(html).not.toContain(SECRET);
        if (!MALFORMED.includes(id)) expect(html).toBe(never);
      }
    }
    expect(await owned(ada.user.id)).toEqual(before);
  });
});

test("a page shows its owner what it hides from others", async () => {
  world.user = ada.user;
  const shown = await visit("(app)/tags/[id]", { id: ada.alive.tag }, { task: ada.alive.task });
  for (const text of [`Task ${SECRET}`, `Notes ${SECRET}`, `home ${SECRET}`]) expect(shown).toContain(text);
  expect(await visit("(app)/chat/[id]", { id: ada.alive.conversation }, {})).toContain(`Talk ${SECRET}`);
});
