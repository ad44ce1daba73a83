import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useNavigation } from './navigation';
import { useTexts } from './texts';

type PageProps = {
	title: string;
	/** What stands beside the heading in the bar. */
	bar?: ComponentChildren;
	/** What takes the focus instead of the heading. */
	focus?: RefObject<HTMLElement | null>;
	children: ComponentChildren;
};

/** Heading, document title and focus of a page: after each navigation the focus is on the heading. */
export function Page({ title, bar, focus, children }: PageProps) {
	const { t } = useTexts();
	const { visit, returned } = useNavigation();
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		document.title = t('documentTitle', { page: title });
	}, [title, t]);
	useEffect(() => {
		const target = focus?.current ?? (visit > 0 ? heading.current : null);
		// Coming back, the post that had the focus has taken it already.
		if (!returned || document.activeElement === document.body)
			target?.focus({ preventScroll: true });
		if (visit > 0 && !returned) window.scrollTo(0, 0);
	}, [visit, returned, focus]);
	return (
		<>
			<header class="bar">
				<h1 ref={heading} tabIndex={-1}>
					{title}
				</h1>
				{bar}
			</header>
			{children}
		</>
	);
}
