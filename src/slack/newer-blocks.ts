import { RespondError } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';

const refusals = new Set(['invalid_blocks', 'invalid_blocks_format', 'invalid_view', 'invalid_arguments']);

function refusesBlocks(error: unknown): boolean {
  if (error instanceof WebAPIPlatformError) return refusals.has(error.data.error);
  // A response_url tells no reason; 400 and 500 are what it gives for blocks it does not know.
  return error instanceof RespondError && (error.statusCode === 400 || error.statusCode === 500);
}

/**
 * Sends with Slack's newer blocks where they are allowed, and once more with the plain ones when Slack refuses them:
 * workspaces (and GovSlack) get new blocks at different times.
 * @throws whatever `send` throws for another reason.
 */
export async function withFallback<T>(newerBlocks: boolean, send: (newerBlocks: boolean) => Promise<T>): Promise<T> {
  if (!newerBlocks) return send(false);
  try {
    return await send(true);
  } catch (error) {
    if (!refusesBlocks(error)) throw error;
    return send(false);
  }
}
