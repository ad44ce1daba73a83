import { useState } from 'preact/hooks';
import { useNavigation } from './navigation';

/**
 * Whether the person opened something of this name, and how to change it. It stays so as long as one is on this page,
 * or comes back to it: rows of a list go when they are far away. `kind`: what is opened.
 */
export function useOpened(kind: string, name: string): [boolean, (open: boolean) => void] {
	const { memory } = useNavigation();
	const left = memory.get(kind);
	const opened = left instanceof Set ? left : new Set<string>();
	const [open, setOpen] = useState(opened.has(name));
	const set = (next: boolean) => {
		if (next) opened.add(name);
		else opened.delete(name);
		memory.set(kind, opened);
		setOpen(next);
	};
	return [open, set];
}
