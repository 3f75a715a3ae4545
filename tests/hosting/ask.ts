// Sends a request exactly as given: `fetch` would normalise the path and add headers.
import { request, type IncomingHttpHeaders } from "node:http";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export function ask(url: string, headers: Record<string, string> = {}, method = "GET", body = ""): Promise<Answer> {
  const [, host, port, path] = /^http:\/\/([^:/]+):(\d+)(.*)$/.exec(url) ?? [];
  const more = body && headers["transfer-encoding"] === undefined ? { "content-length": String(Buffer.byteLength(body)) } : {};
  return new Promise((done, fail) => {
    const asked = request({ host, port, path, method, headers: { ...headers, ...more }, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", fail);
      answer.on("end", () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on("error", fail);
    asked.end(body);
  });
}
