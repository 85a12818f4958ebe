import type { NextConfig } from "next";

/** Security headers are set per request, with the nonce, in proxy.ts. */
const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  compress: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  agentRules: false,
  devIndicators: false,
  serverExternalPackages: [
    "libsql",
    "@libsql/client",
    "mssql",
    "tedious",
    "@prisma/client",
    "@prisma/adapter-libsql",
    "@prisma/adapter-mssql",
    "pino",
  ],
  experimental: {
    // Pages carry no data of the site: what a person may see is decided by the API on every request.
    staleTimes: { dynamic: 300 },
    // Next.js keeps a body in memory before any check of ours: a little more than lib/http/read-request.ts takes.
    proxyClientMaxBodySize: "128kb",
  },
};

export default config;
