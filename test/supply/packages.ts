import { readFileSync } from 'node:fs';
import { z } from 'zod';

const lockSchema = z.looseObject({
  lockfileVersion: z.number(),
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().default(false),
      hasInstallScript: z.boolean().default(false),
    }),
  ),
});

/** A package as the lock file pins it. */
export interface Package {
  /** «@slack/bolt»; a second copy inside another package has its path before it. */
  name: string;
  version: string;
  licence: string;
  /** Null where the lock file holds no checksum. */
  integrity: string | null;
  /** Only needed to develop: not there after npm ci --omit=dev. */
  development: boolean;
  hasInstallScript: boolean;
}

/** Everything package-lock.json pins but the project itself. @throws ZodError when it is no lock file. */
export function lockedPackages(file = 'package-lock.json'): Package[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = '', integrity = null, dev, hasInstallScript }]) => ({
      name: path.replace(/^node_modules\//u, ''),
      version,
      licence: license,
      integrity,
      development: dev,
      hasInstallScript,
    }));
}
