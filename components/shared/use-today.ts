import { useEffect, useState } from 'preact/hooks';

/** The day that it is: another one after midnight, also on a page that stays open, or where the machine slept meanwhile. */
export function useToday(): Date {
	const [today, setToday] = useState(() => new Date());
	const day = today.toDateString();
	useEffect(() => {
		const look = () => {
			const now = new Date();
			if (now.toDateString() !== day) setToday(now);
		};
		const timer = setTimeout(look, msToMidnight(new Date()));
		document.addEventListener('visibilitychange', look);
		return () => {
			clearTimeout(timer);
			document.removeEventListener('visibilitychange', look);
		};
	}, [day]);
	return today;
}

/** Milliseconds until the next day begins where this machine is; a little more, so that it has begun. */
export function msToMidnight(now: Date): number {
	const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
	return next.getTime() - now.getTime() + 50;
}
