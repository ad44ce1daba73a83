import type { ComponentChildren } from 'preact';

/** Nothing here yet: a sentence and one action. */
export function Empty({
	children,
	action,
}: {
	children: ComponentChildren;
	action?: ComponentChildren;
}) {
	return (
		<div class="empty">
			<p>{children}</p>
			{action}
		</div>
	);
}
