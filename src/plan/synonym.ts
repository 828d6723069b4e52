import { z } from 'zod';

/**
 * Words staff type and words the documents print.
 * two-way: each finds all the others; one-way: what is typed finds what is printed, never the reverse;
 * related: near in meaning, not the same. Beside a word the plans print it adds weaker hits (ICT → IT);
 * for one they do not print it is only offered as «もしかして» (牛タン → 食材王国みやぎ).
 */
export const synonymGroupSchema = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('two-way'), words: z.array(z.string().min(1)).min(2) }),
  z.strictObject({
    way: z.enum(['one-way', 'related']),
    typed: z.array(z.string().min(1)).min(1),
    printed: z.array(z.string().min(1)).min(1),
  }),
]);
export type SynonymGroup = z.infer<typeof synonymGroupSchema>;

/** The words around the plans: synonyms, and fillers that shape a question but are never what it is about (教えて, ありますか). */
export interface Words {
  synonyms: readonly SynonymGroup[];
  fillers: readonly string[];
}
