import { useTexts } from '../shared/texts';

/** Servers that could not be told that the person signed out: the session lives on there. Announced when it comes. */
export function NotTold({ hosts }: { hosts: readonly string[] }) {
	const { t } = useTexts();
	return (
		<div role="status" aria-live="polite">
			{hosts.map((host) => (
				<p key={host} class="problem-line">
					{t('signOutNotTold', { host })}
				</p>
			))}
		</div>
	);
}
