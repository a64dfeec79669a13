import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { Problem } from '../api/problem';

/**
 * Keeps one idempotency key for one submission of one form: the same body keeps its key while it is
 * unknown whether it arrived, and gets a new one once a service answered or the body changed.
 */
export class SubmissionKey {
  private body = '';
  private key = '';

  constructor(private readonly newKey: () => string = () => crypto.randomUUID()) {}

  /** The key to send with this body. */
  keyFor(body: unknown): string {
    const text = JSON.stringify(body);
    if (this.key === '' || text !== this.body) {
      this.body = text;
      this.key = this.newKey();
    }
    return this.key;
  }

  /** Notes the outcome; only an answer that leaves the outcome open keeps the key. */
  settle(error?: unknown): void {
    const open = error instanceof Problem && (error.transient || error.slug.includes('in-flight'));
    if (!open) {
      this.key = '';
    }
  }
}

/** A form's submission that creates something: busy, error, and a retry that cannot create it twice. */
export function useSubmission<B, R>(
  send: (body: B, idempotencyKey: string) => Promise<R>,
  onDone: (result: R, body: B) => void,
) {
  const submission = useRef<SubmissionKey>(null);
  submission.current ??= new SubmissionKey();
  const key = submission.current;
  return useMutation({
    mutationFn: (body: B) => send(body, key.keyFor(body)),
    onSuccess: (result, body) => {
      key.settle();
      onDone(result, body);
    },
    onError: (error) => key.settle(error),
  });
}
