/** For a browser without JavaScript, which would show an empty frame for ever. */
export function NoScript({ className }: { className: string }) {
  return (
    <noscript>
      <p className={className}>
        Tandem needs JavaScript. Turn it on in your browser’s settings, then reload this page.
      </p>
    </noscript>
  );
}
