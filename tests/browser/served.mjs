// A built site behind a small local server, with the headers that docs/publish recommends.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";
import { fileURLToPath } from "node:url";

const recommended = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../docs/publish/_headers");
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2",
  ".json": "application/json", ".webmanifest": "application/manifest+json", ".txt": "text/plain", ".xml": "application/xml", ".png": "image/png", ".csv": "text/csv" };

/** Those for every path; what only makes sense behind TLS is left out. */
function headersOf(file) {
  const headers = {};
  for (const line of fs.readFileSync(file, "utf8").split("/*\n")[1].split(/^\S/m)[0].split("\n")) {
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && name !== "Strict-Transport-Security") headers[name] = value;
  }
  return headers;
}

/** {address, close}: `address` ends in a slash. */
export async function served(site) {
  const headers = headersOf(recommended);
  if (headers["Content-Security-Policy"] === undefined) throw new Error(`no policy in ${recommended}`);
  const server = http.createServer((request, response) => {
    const wanted = path.join(site, path.normalize(decodeURIComponent(new URL(request.url, "http://here").pathname)));
    const file = fs.existsSync(wanted) && fs.statSync(wanted).isDirectory() ? path.join(wanted, "index.html") : wanted;
    const found = file.startsWith(site) && fs.existsSync(file);
    const type = types[path.extname(file)] ?? "application/octet-stream";
    const packed = found && /text|json|javascript|svg|xml/.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(found ? 200 : 404, { ...headers, "Content-Type": found ? type : "text/plain", ...(packed ? { "Content-Encoding": "gzip" } : {}) });
    if (!found) return response.end("not found");
    const bytes = fs.readFileSync(file);
    response.end(packed ? zlib.gzipSync(bytes) : bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => new Promise((resolve) => server.close(resolve)) };
}
