import { useQuery } from '@tanstack/react-query';
import { listPrivacyRequests } from '../../api/privacy';
import { lastOf, lookAgainIn } from './requests';

export const REQUESTS = ['privacy-requests'];

/** What the person asked of their data; while a copy is being gathered, asked for again and again. */
export function useRequests() {
  return useQuery({
    queryKey: REQUESTS,
    queryFn: ({ signal }) => listPrivacyRequests(signal),
    staleTime: 0,
    refetchInterval: ({ state }) => lookAgainIn(lastOf(state.data, 'export'), Date.now()),
  });
}
