// A cloud that records what it receives and answers with headers that must not be passed on.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Received {
  method?: string;
  url?: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export class Echo {
  received: Received[] = [];
  /** Address without TLS. */
  plain = "";
  /** Address with a self-signed certificate. */
  tls = "";
  private servers: Server[] = [];

  static async start(): Promise<Echo> {
    const echo = new Echo();
    const answer = (request: IncomingMessage, response: ServerResponse) => echo.answer(request, response);
    echo.plain = `http://${await echo.listen(createServer(answer))}`;
    echo.tls = `https://${await echo.listen(createTlsServer(selfSigned("untrusted.example"), answer))}`;
    return echo;
  }

  async stop() {
    await Promise.all(
      this.servers.map((server) => new Promise((done) => (server.close(done), server.closeAllConnections()))),
    );
  }

  private listen(server: Server): Promise<string> {
    this.servers.push(server);
    return new Promise((done, fail) => {
      server.once("error", fail);
      server.listen(0, "127.0.0.1", () => done(`127.0.0.1:${(server.address() as { port: number }).port}`));
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse) {
    let body = "";
    request.on("error", () => response.destroy());
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      const { method, url, headers } = request;
      this.received.push({ method, url, headers, body });
      if (url?.startsWith("/redirect")) response.writeHead(302, { location: "http://other.example/x" }).end();
      else response.writeHead(200, MUST_NOT_PASS).end("{}");
    });
  }
}

/** Headers with which a server controls a browser or another server. */
export const STEERING = [
  "Accept-CH", "Access-Control-Allow-Credentials", "Access-Control-Expose-Headers", "Activate-Storage-Access", "Age", "Alt-Svc",
  "Attribution-Reporting-Register-Source", "Authentication-Info", "Basic-Auth", "Content-Disposition",
  "Content-Security-Policy-Report-Only", "Critical-CH", "Cross-Origin-Embedder-Policy", "Cross-Origin-Opener-Policy-Report-Only",
  "Document-Policy", "ETag", "Expect-CT", "Expires", "Feature-Policy", "Integrity-Policy", "Last-Modified", "Link", "NEL",
  "No-Vary-Search", "Observe-Browsing-Topics", "Origin-Agent-Cluster", "Origin-Trial", "P3P", "Pragma", "Proxy-Authenticate",
  "Public-Key-Pins", "Referrer-Policy-Report-Only", "Report-To", "Reporting-Endpoints", "Server-Timing", "Set-Cookie2", "Set-Login",
  "SourceMap", "Speculation-Rules", "Strict-Transport-Security", "Supports-Loading-Mode", "Timing-Allow-Origin", "Use-As-Dictionary",
  "Vary", "Via", "WWW-Authenticate", "X-DNS-Prefetch-Control", "X-Frame-Options", "X-Permitted-Cross-Domain-Policies",
  "X-Powered-By", "X-Robots-Tag", "X-UA-Compatible", "X-XSS-Protection", "X-Unheard-Of",
];

const MUST_NOT_PASS = {
  ...Object.fromEntries(STEERING.map((name) => [name, "steered"])),
  "content-type": "application/json",
  "x-subject-token": "s",
  "x-openstack-request-id": "req-1",
  "retry-after": "7",
  "cache-control": "public, max-age=60",
  "set-cookie": "cloud=1",
  "access-control-allow-origin": "*",
  "clear-site-data": '"*"',
  refresh: "0; url=http://other.example/",
  "service-worker-allowed": "/",
  "content-security-policy": "default-src *",
  "x-accel-redirect": "/config.json",
};

/** A certificate and its key, made by openssl, which Debian's nginx and browsers depend on. */
export function selfSigned(name: string): { cert: string; key: string } {
  const folder = mkdtempSync(join(tmpdir(), "maru-cert-"));
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const what = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", `/CN=${name}`];
  try {
    execFileSync(
      "openssl",
      ["req", "-x509", ...what, "-addext", `subjectAltName=DNS:${name}`, "-out", cert, "-keyout", key],
      { stdio: "pipe" },
    );
    return { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
