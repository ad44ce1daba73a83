import { useEffect, useState } from 'preact/hooks';
import { type ConnectionState, onConnection } from '../../lib/store';
import { useTexts } from '../shared/texts';

/** Says when the database cannot be used because of another tab, and what to do. */
export function ConnectionBanner() {
	const { t } = useTexts();
	const [state, setState] = useState<ConnectionState>('open');
	useEffect(() => onConnection(setState), []);
	if (state === 'open') return null;
	return (
		<div class="banner" role="alert">
			<p>{t(state === 'blocked' ? 'databaseBlocked' : 'databaseOutdated')}</p>
			<button type="button" class="button" onClick={() => location.reload()}>
				{t('reload')}
			</button>
		</div>
	);
}
