import type { ReactNode } from 'react';
import { z } from 'zod';
import type { BlocksContext } from './context.ts';

const typedSchema = z.object({ type: z.string() });

/** Stands where something cannot be drawn, so that it is seen to be missing. */
export function Note({ of, context }: { of: unknown; context: BlocksContext }): ReactNode {
  const type = typedSchema.safeParse(of).data?.type ?? '?';
  return (
    <p className="block-note" role="note">
      {context.wording.plain('local.block_unknown', { type })}
    </p>
  );
}
