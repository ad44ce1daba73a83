import { useEffect, useReducer } from 'preact/hooks';

type Norms = typeof import('../../lib/norms');
let known: Norms | undefined;

/** The norms, once they are there: a composer is open before, and what is sent is judged anew in any case. */
export function useNorms(): Norms | undefined {
	const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
	useEffect(() => {
		if (known) return;
		import('../../lib/norms').then((norms) => {
			known = norms;
			redraw();
		}, reportError);
	}, []);
	return known;
}
