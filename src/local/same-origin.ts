import { createMiddleware } from 'hono/factory';

/**
 * Lets only the workspace's own pages in: another name for this address (DNS rebinding) and posts from other sites are refused.
 * `hosts` are the names it may be reached by, with their port.
 */
export function sameOriginOnly(hosts: () => readonly string[]) {
  return createMiddleware(async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!hosts().includes(host)) return context.text('unknown host', 403);
    const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!reads && context.req.header('origin') !== `http://${host}`) return context.text('cross-origin', 403);
    return next();
  });
}
