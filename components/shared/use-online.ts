import { useEffect, useState } from 'preact/hooks';

/** False while this machine knows that it has no network. */
export function useOnline(): boolean {
	const [online, setOnline] = useState(navigator.onLine);
	useEffect(() => {
		const look = () => setOnline(navigator.onLine);
		addEventListener('online', look);
		addEventListener('offline', look);
		return () => {
			removeEventListener('online', look);
			removeEventListener('offline', look);
		};
	}, []);
	return online;
}
