import { useSettings } from './settings';

/** Whether pictures of other hosts are loaded unasked, because the person reads what they belong to. */
export function useRemoteMedia(): boolean {
	return useSettings().remoteMedia === 'show';
}
