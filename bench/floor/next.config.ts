import { join } from "node:path";
import type { NextConfig } from "next";

/** Next's own defaults, so that nothing is spared or spent; packages are those of the repository above. */
const nextConfig: NextConfig = { turbopack: { root: join(import.meta.dirname, "../..") } };

export default nextConfig;
