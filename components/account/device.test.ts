import { expect, test } from "vitest";
import { device, place } from "@/components/account/device";

test.each([
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
    "Chrome on Linux",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0",
    "Edge on Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari on iPhone",
  ],
  ["Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox on Android"],
  ["curl/8.0", "A program"],
  [null, "A program"],
])("knows %s", (userAgent, name) => {
  expect(device(userAgent)).toBe(name);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["2001:0db8:0000:00a0:0000:0000:0000:0000", "2001:db8:0:a0::"],
  ["0000:0000:0000:0000:0000:0000:0000:0000", undefined],
  ["127.0.0.1", undefined],
  [null, undefined],
])("shows %s as %s", (ipAddress, shown) => {
  expect(place(ipAddress)).toBe(shown);
});
