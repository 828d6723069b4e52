import type { BrowserContext } from 'playwright-core';

/** Writes down what must not happen on any page: errors in the console, broken scripts, requests that leave the machine. */
export function watch(context: BrowserContext, address: string): readonly string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !url.startsWith('data:')) complaints.push(`asked for ${url}`);
  });
  return complaints;
}
