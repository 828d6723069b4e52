import { z } from 'zod';

export const userIdSchema = z
  .string()
  .regex(/^[UW][A-Z0-9]{1,30}$/)
  .brand<'UserId'>();
/** A person's id in Slack. */
export type UserId = z.infer<typeof userIdSchema>;

/** Who did something, as they were known at the time: names and posts change, the record does not. */
export const personSchema = z.strictObject({
  user: userIdSchema,
  name: z.string().min(1),
  /** The post held at the time («デジタルみやぎ推進課長»); empty where neither Slack nor the roster knows one. */
  post: z.string(),
});
export type Person = z.infer<typeof personSchema>;

/** What a person is to one section: 課長・室長, those who stand in for the head, the section's other members. */
export type Office = 'head' | 'deputy' | 'staff';
