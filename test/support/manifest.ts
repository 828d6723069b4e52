import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const manifestText = readFileSync(join(process.cwd(), 'manifest.yml'), 'utf8');

/** The part of the manifest a workspace is set up from: what it does not grant, the bot cannot do. */
const manifestSchema = z.looseObject({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }) }),
});

/** All scopes the bot asks for, and those among them that whoever installs it may decline. */
export const { bot: botScopes, bot_optional: optionalScopes } = manifestSchema.parse(parse(manifestText)).oauth_config
  .scopes;
