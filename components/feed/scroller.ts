import { createContext, type RefObject } from 'preact';
import { useContext } from 'preact/hooks';

/** What a feed lives in: the page itself, or a column that scrolls by itself. */
export type Scroller = {
	/** The element that scrolls; absent for the window. */
	element?: RefObject<HTMLElement | null>;
	/** Keys of feeds are meant for this one. */
	active: boolean;
};

const ScrollerContext = createContext<Scroller>({ active: true });
export const ScrollerProvider = ScrollerContext.Provider;

export function useScroller(): Scroller {
	return useContext(ScrollerContext);
}

/** To the very beginning: what stands above the first post belongs to it. */
export function toTop({ element }: Scroller): void {
	(element?.current ?? window).scrollTo(0, 0);
}

/** Where a list scrolls, as what draws it needs to know. CSS pixels. */
export type Ground = {
	/** How far it is scrolled. */
	y(): number;
	height(): number;
	/** Height of what covers its lower end. */
	below(): number;
	/** Where its upper edge is in the window. */
	top(): number;
	/** Whether it cannot be scrolled any further down. */
	isAtEnd(): boolean;
	to(y: number): void;
	/** Calls back after each scrolling. Returns how to stop. */
	watch(scrolled: () => void): () => void;
};

/** The window, or the column that is there once it is drawn. */
export function groundOf({ element }: Scroller): Ground {
	const box = () => element?.current;
	const target = () => box() ?? window;
	return {
		y: () => (element ? (box()?.scrollTop ?? 0) : window.scrollY),
		height: () => box()?.clientHeight ?? window.innerHeight,
		below: () =>
			element ? 0 : parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0,
		top: () => box()?.getBoundingClientRect().top ?? 0,
		isAtEnd() {
			const page = element ? box() : document.documentElement;
			if (!page) return false;
			const y = element ? page.scrollTop : window.scrollY;
			return y >= page.scrollHeight - page.clientHeight - 1;
		},
		to: (y) => target().scrollTo(0, y),
		watch(scrolled) {
			const watched = target();
			watched.addEventListener('scroll', scrolled, { passive: true });
			return () => watched.removeEventListener('scroll', scrolled);
		},
	};
}
