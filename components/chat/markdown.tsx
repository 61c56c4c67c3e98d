"use client";

import { type ComponentProps, isValidElement, memo, type ReactNode } from "react";
import Renderer, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { isNamed, targetOf } from "@/components/chat/link";

const plugins = [remarkGfm];

type Block = { type: string; tagName?: string; properties?: Record<string, unknown> };

/** Each paragraph, list, quote and table runs in the direction of its own words; code runs as it is written. */
function ownDirection() {
  return ({ children }: { children: Block[] }) => {
    for (const { tagName, properties } of children) if (properties && tagName !== "pre") properties.dir = "auto";
  };
}

const rehypePlugins = [ownDirection];

/** No images, since fetching one tells its server something. */
const allowed =
  "a blockquote br code del em h1 h2 h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul".split(" ");

/** The page has its own headings; the assistant's are no part of its outline. */
const heading: Components["h1"] = ({ children, dir }) => (
  <p dir={dir} className="font-semibold">
    {children}
  </p>
);

const components: Components = {
  a: Link,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  ul: ({ children, dir }) => (
    <ul dir={dir} className="list-disc ps-5 marker:text-faint">
      {children}
    </ul>
  ),
  ol: ({ children, dir, start }) => (
    <ol dir={dir} start={start} className="list-decimal ps-5 marker:text-soft">
      {children}
    </ol>
  ),
  blockquote: ({ children, dir }) => (
    <blockquote dir={dir} className="border-line border-s-2 ps-3 text-soft">
      {children}
    </blockquote>
  ),
  pre: ({ children }) => (
    <pre className="overflow-x-auto rounded border border-line bg-lift p-3 text-small *:bg-transparent *:p-0">
      {children}
    </pre>
  ),
  code: ({ children }) => <code className="rounded-[4px] bg-line/50 px-1 font-mono text-small">{children}</code>,
  hr: () => <hr className="border-line" />,
  table: ({ children, dir }) => (
    <div className="overflow-x-auto">
      <table
        dir={dir}
        className="w-full text-start [&_td]:border-line [&_td]:border-t [&_td]:py-1 [&_td]:pe-3 [&_th]:py-1 [&_th]:pe-3 [&_th]:font-medium"
      >
        {children}
      </table>
    </div>
  ),
};

/** Says where it leads, unless its words do. */
function Link({ children, href }: ComponentProps<"a">) {
  const target = targetOf(href ?? "");
  if (!target) return children;
  return (
    <a
      href={target.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent-ink underline underline-offset-2"
    >
      {children}
      {!isNamed(wordsIn(children), target) && (
        <bdi dir="ltr" className="break-all text-small text-soft">
          {" "}
          ({target.host})
        </bdi>
      )}
    </a>
  );
}

function wordsIn(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(wordsIn).join("");
  if (isValidElement<{ children?: ReactNode }>(node)) return wordsIn(node.props.children);
  return typeof node === "string" ? node : "";
}

/** The assistant's words. Raw HTML and images are left out, and links lead to the web or to mail alone. */
export const Markdown = memo(function Markdown({ children }: { children: string }) {
  return (
    <div className="flex flex-col gap-2 break-words">
      <Renderer
        remarkPlugins={plugins}
        rehypePlugins={rehypePlugins}
        allowedElements={allowed}
        unwrapDisallowed
        skipHtml
        urlTransform={asIs}
        components={components}
      >
        {children}
      </Renderer>
    </div>
  );
});

/** What may be an address, `targetOf` says. */
function asIs(url: string) {
  return url;
}
