import { createServer } from 'node:http';

/**
 * A page of somebody else, on an origin of its own: answers `html` under `policy`. Its address is
 * `url`; `stop` ends it.
 */
export async function foreignPage(html, policy) {
  const server = createServer((request, response) => {
    const page = request.url === '/';
    response.writeHead(page ? 200 : 204, page ? { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy } : {});
    response.end(page ? html : undefined);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => new Promise((resolve) => server.close(resolve)) };
}
