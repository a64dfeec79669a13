import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem';

const FRESH_MS = 15_000;
const RETRIES = 2;

/** Reads are kept fresh for a few seconds and tried again only when the answer may come out different. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) =>
          failures < RETRIES && error instanceof Problem && error.transient && error.status !== 429,
      },
    },
  });
}
