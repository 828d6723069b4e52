/** Whether an address leads to a page or a mailbox, and not to a script. */
export function safeAddress(address: string): boolean {
  return /^(?:https?|mailto|tel):/iu.test(address);
}
