import type { ComponentChildren } from 'preact';
import { read } from '../../lib/timeline';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

type KeptProps = {
	/** Where there is nothing to read. */
	nothing: ComponentChildren;
	/** What is left to be read. */
	children: ComponentChildren;
};

/**
 * Where no archive was imported and nobody is signed in: posts may be there all the same, kept when the person signed
 * out, or brought back by a backup.
 */
export function Kept({ nothing, children }: KeptProps) {
	const { t } = useTexts();
	const { value, error, retry } = useLoad(
		'kept',
		async () => (await read('home', undefined, 1)).length > 0,
		['timeline'],
	);
	if (error !== undefined) return <LoadProblem error={error} retry={retry} />;
	if (value === undefined) return null;
	if (!value) return nothing;
	return (
		<>
			<div class="notice">
				<p>{t('timelineKept')}</p>
				<div class="actions">
					<a class="button" href={hrefs.servers()}>
						{t('signInSomewhere')}
					</a>
				</div>
			</div>
			{children}
		</>
	);
}
