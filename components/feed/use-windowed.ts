import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { useNavigation } from '../shared/navigation';
import { groundOf, useScroller } from './scroller';
import type { Band } from './sizes';
import { type Left, View } from './view';

export type WindowedOptions = {
	count: number;
	/** What an item is called: by it sizes, and the line being read, are found again when items come to stand above. */
	nameOf?: ((index: number) => string | undefined) | undefined;
	/** CSS pixels, as good as it can be guessed in a list so wide. */
	estimate(index: number, width: number): number;
	list: RefObject<HTMLElement | null>;
	/** Name of the place where the list's place and sizes are left for the way back. */
	name: string;
	/** An item that stays in the document wherever the page is scrolled: the one with the focus. */
	kept?: number | undefined;
	/** Height of what covers the top of the window. */
	covered?: number;
};

export type Windowed = {
	/** The items to draw as children of the list, each with `data-index`; `data-empty` on those without content yet. */
	items: readonly number[];
	/** Those of them that stand one after another; a kept one beside them stands apart. */
	band: Band;
	/** The items that are looked at within a second if it goes on like this. */
	coming: Band;
	show(index: number, align?: 'auto' | 'start'): void;
};

/** Draws only the part of a long list that is near the window, and remembers its place. */
export function useWindowed(options: WindowedOptions): Windowed {
	const { memory, returned } = useNavigation();
	const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
	const { count, nameOf, estimate, list, name, kept } = options;
	const scroller = useScroller();
	const covered = scroller.element ? 44 : (options.covered ?? 64);
	const [view] = useState(() => {
		const left = returned ? leftAt(memory.get(`${name} place`)) : undefined;
		return new View(left, () => redraw(), groundOf(scroller));
	});
	const [byIndex] = useState(() => String);
	const named = useNames(nameOf) ?? byIndex;
	const band = view.band({ count, nameOf: named, estimate, kept, covered });
	useLayoutEffect(() => (list.current ? view.watch(list.current) : undefined), [view, list]);
	useLayoutEffect(view.place);
	useLayoutEffect(() => {
		// While the list is shown its place is asked for when it is needed.
		memory.set(`${name} place`, view.left);
		return () => {
			// Whoever took it away meanwhile wants the list to begin anew.
			if (memory.get(`${name} place`) === view.left) memory.set(`${name} place`, view.left());
		};
	}, [view, memory, name]);
	const items = Array.from({ length: band.last - band.first + 1 }, (_, i) => band.first + i);
	const isApart = kept !== undefined && kept < count && (kept < band.first || kept > band.last);
	return {
		items: isApart ? [...items, kept].sort((a, b) => a - b) : items,
		band,
		coming: view.coming(),
		show: (index, align = 'auto') => view.show(index, align),
	};
}

function useNames(nameOf: WindowedOptions['nameOf']): ((index: number) => string) | undefined {
	const [made] = useState(() => new WeakMap<object, (index: number) => string>());
	if (!nameOf) return undefined;
	const known = made.get(nameOf);
	if (known) return known;
	const fresh = (index: number) => nameOf(index) ?? String(index);
	made.set(nameOf, fresh);
	return fresh;
}

function leftAt(value: unknown): Left | undefined {
	return typeof value === 'function' ? (value() as Left) : (value as Left | undefined);
}
