/** Runs in a thread of `thread.test.ts`. */
export function work(how: 'answers' | 'hangs' | 'ends'): string {
  if (how === 'hangs') for (;;);
  if (how === 'ends') process.exit(3)
  return how
}
